package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import org.jspecify.annotations.Nullable;

/** Options of {@code np.recarray}. */
public sealed interface RecarrayOption extends Option
        permits DtypeOption, RecarrayOption.Buf, Offset, RecarrayOption.Strides, RecarrayOption.Formats,
        RecarrayOption.Names, RecarrayOption.Titles, RecarrayOption.Byteorder, RecarrayOption.Aligned, OrderOption {
    /**
     * What the records are a view of.
     *
     * @param array its bytes from the first element on
     */
    record Buf(NdArray array) implements RecarrayOption {}

    /**
     * Bytes from one record to the next along each axis.
     *
     * @param bytes as many as axes
     */
    record Strides(List<Long> bytes) implements RecarrayOption, RecordArrayOption {
        public Strides {
            bytes = List.copyOf(bytes);
        }
    }

    /**
     * The types of the fields, instead of a type of the whole.
     *
     * @param types a text, {@code "i4, 3f8"}, or a list of what {@code np.dtype} reads
     */
    record Formats(Object types) implements RecarrayOption, RecordsOption, RecordBytesOption, RecordArrayOption {}

    /**
     * Names of the fields; those without one are f0, f1, ….
     *
     * @param all in their order
     */
    record Names(List<String> all)
            implements RecarrayOption, RecordsOption, RecordBytesOption, RecordArrayOption, GenfromtxtOption {
        public Names {
            all = List.copyOf(all);
        }
    }

    /**
     * Other names of the fields.
     *
     * @param all in their order
     */
    record Titles(List<String> all) implements RecarrayOption, RecordsOption, RecordBytesOption, RecordArrayOption {
        public Titles {
            all = List.copyOf(all);
        }
    }

    /**
     * The byte order of all fields.
     *
     * @param order {@code ">"} or {@code "big"}, {@code "<"} or {@code "little"}, {@code "="} or {@code "native"},
     *        {@code "swap"}; null leaves each as it is
     */
    record Byteorder(@Nullable String order)
            implements RecarrayOption, RecordsOption, RecordBytesOption, RecordArrayOption, FormatsOption {}

    /**
     * Whether fields are placed where their alignment wants them.
     *
     * @param wanted false unless given
     */
    record Aligned(boolean wanted)
            implements RecarrayOption, RecordsOption, RecordBytesOption, RecordArrayOption, FormatsOption {}

    /**
     * The shape of what is made.
     *
     * @param lengths along the axes
     */
    record ShapeOption(Shape lengths) implements RecordsOption, RecordBytesOption, RecordArrayOption {}
}
