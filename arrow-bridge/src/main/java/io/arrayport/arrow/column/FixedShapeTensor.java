package io.arrayport.arrow.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/**
 * A column of the extension {@code arrow.fixed_shape_tensor}: an array whose first axis is the rows. Shares the
 * column's memory.
 *
 * @param array of shape {@code (rows, ...)}, the axes in the order that the permutation gives them: a view
 * @param permutation which axis of memory, the first one not counted, each axis of {@code array} is
 * @param dimNames of the axes in the order of memory, as the format has them; empty where they have none
 */
public record FixedShapeTensor(NdArray array, List<Integer> permutation, List<String> dimNames) {
    /** The extension's name. */
    public static final String NAME = "arrow.fixed_shape_tensor";

    /** Copies the lists. */
    public FixedShapeTensor {
        permutation = List.copyOf(permutation);
        dimNames = List.copyOf(dimNames);
    }

    /**
     * Reads a column of fixed-size lists as the tensor that its metadata says, and shares it; one without the extension
     * is a tensor of one or more plain axes.
     *
     * @throws ZeroCopyException where it is no such column, or has nulls
     * @throws io.arrayport.core.error.ForeignDescriptorException where the metadata is malformed, or does not fit the
     *     lists
     */
    public static FixedShapeTensor of(ArrowColumn column) {
        if (!(column.type() instanceof ArrowType.FixedList list)) {
            throw column.refusal("has type " + column.type() + ", which is no fixed_size_list",
                    "asNdArray() is what it is");
        }
        NdArray rows = column.asNdArray();
        if (!column.field().extension().filter(NAME::equals).isPresent()) {
            return new FixedShapeTensor(rows, IntStream.range(0, rows.ndim() - 1).boxed().toList(), List.of());
        }
        TensorMetadata metadata = TensorMetadata.parse(column.where(),
                column.field().metadata().getOrDefault(ArrowField.EXTENSION_METADATA, ""), list.size());
        if (rows.ndim() != 2) {
            throw column.refusal("is a tensor of lists, which the format does not define", "asNdArray() is what it is");
        }
        List<Integer> permutation = metadata.permutation();
        NdArray physical = rows.reshape(
                LongStream.concat(LongStream.of(column.length()), Arrays.stream(metadata.shape())).toArray());
        int[] axes = IntStream.concat(IntStream.of(0), permutation.stream().mapToInt(axis -> axis + 1)).toArray();
        return new FixedShapeTensor(physical.transpose(axes), permutation, metadata.dimNames());
    }

    /**
     * A column over an array of two or more axes, with names for its axes behind the first. Borrows the array.
     *
     * @param dimNames in the order of the array's axes, the first not counted
     * @throws ZeroCopyException where its bytes do not lie as a column's
     * @throws ShapeException where there are not as many names as axes
     */
    public static ArrowColumn column(String name, NdArray array, String... dimNames) {
        ArrayForm.anywhere("Arrow column \"" + name + "\"", array).requireZeroCopy();
        if (array.ndim() < 2 || dimNames.length != 0 && dimNames.length != array.ndim() - 1) {
            throw new ShapeException("tensor column \"" + name + "\": expected at least 2 axes and a name for each but "
                    + "the first, found shape " + array.shape() + " and " + Arrays.toString(dimNames));
        }
        Permuted lies = Permuted.of(array.layout(), array.itemsize()).orElseThrow();
        Shape inner = Shape.of(lies.physical());
        if (inner.size() > Integer.MAX_VALUE) {
            throw new ZeroCopyException("tensor column \"" + name + "\": a row has " + inner.size()
                    + " elements, Arrow counts them in an int: give it more rows");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ArrowField.EXTENSION, NAME);
        metadata.put(ArrowField.EXTENSION_METADATA, TensorMetadata.text(lies, inMemoryOrder(lies, dimNames)));
        return ArrayColumns.lists(name, (int) inner.size(), array.shape().dim(0), ArrayColumns.elements(array),
                metadata);
    }

    private static List<String> inMemoryOrder(Permuted lies, String... names) {
        List<String> ordered = new ArrayList<>(List.of(names));
        for (int i = 0; i < names.length; i++) {
            ordered.set(lies.permutation()[i], names[i]);
        }
        return ordered;
    }
}
