package io.arrayport.core.io;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.file.AsideFile;
import io.arrayport.core.io.NpyHeader.Version;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.FileOption.MaxHeaderSize;
import io.arrayport.core.ndarray.MemmapOption.Mode;
import io.arrayport.core.ndarray.MmapMode;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.OpenMemmapOption;
import io.arrayport.core.ndarray.OpenMemmapOption.FortranOrder;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.DtypeOption;
import org.jspecify.annotations.Nullable;

/** What {@code np.lib.format} says of .npy files. */
public final class FormatFiles {
    /** The elements of a file begin at a multiple of it. */
    public static final int ALIGNMENT = NpyHeader.ALIGNMENT;
    /** Digits that a growing axis has room for. */
    public static final int GROWTH_DIGITS = NpyHeader.GROWTH_DIGITS;
    /** Magic and version. */
    public static final int MAGIC_LENGTH = NpyHeader.MAGIC.length + 2;

    private FormatFiles() {}

    /** {@code dtype_to_descr}. */
    public static String descr(DType type) {
        String quoted = Descr.text(type);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** {@code descr_to_dtype}. */
    public static DType dtype(String descr) {
        return Descr.read(new Literal.Text(descr));
    }

    /** {@code write_array}, in a version of the format. */
    public static void write(OutputStream stream, NdArray array, int... version) {
        Npy.write(stream, array, version(Arrays.stream(version).boxed().toList()));
    }

    private static @Nullable Version version(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        Version version = new Version(numbers.getFirst(), numbers.size() == 2 ? numbers.get(1) : -1);
        if (!version.isKnown()) {
            throw new IllegalArgumentException(
                    "format: version is " + numbers + ", it must be (1, 0), (2, 0) or (3, 0)");
        }
        return version;
    }

    /** What the options say. */
    private record Wanted(@Nullable MmapMode mode, DType dtype, boolean columns, @Nullable Version version,
            int longest) {
        static Wanted of(OpenMemmapOption... options) {
            Option.requireDistinct("openMemmap", options);
            Wanted wanted = new Wanted(null, DType.FLOAT64, false, null, NpyHeader.LONGEST);
            for (OpenMemmapOption option : options) {
                wanted = switch (option) {
                    case Mode(MmapMode given) ->
                        new Wanted(given, wanted.dtype, wanted.columns, wanted.version, wanted.longest);
                    case DtypeOption(DType given) ->
                        new Wanted(wanted.mode, given, wanted.columns, wanted.version, wanted.longest);
                    case FortranOrder(boolean given) ->
                        new Wanted(wanted.mode, wanted.dtype, given, wanted.version, wanted.longest);
                    case OpenMemmapOption.Version(List<Integer> numbers) ->
                        new Wanted(wanted.mode, wanted.dtype, wanted.columns, FormatFiles.version(numbers),
                                wanted.longest);
                    case MaxHeaderSize(int bytes) ->
                        new Wanted(wanted.mode, wanted.dtype, wanted.columns, wanted.version, bytes);
                };
            }
            return wanted;
        }
    }

    /** {@code open_memmap} of a file that is there. */
    public static NdArray open(Path path, OpenMemmapOption... options) {
        Wanted wanted = Wanted.of(options);
        try (Source source = Source.open("openMemmap", path)) {
            NpyHeader header = NpyHeader.read(source, wanted.longest);
            return Npy.map("openMemmap", path, source, header,
                    wanted.mode == null ? MmapMode.READ_WRITE : wanted.mode);
        }
    }

    /** {@code open_memmap} of a new file. */
    public static NdArray create(Path path, Shape shape, OpenMemmapOption... options) {
        Wanted wanted = Wanted.of(options);
        if (wanted.mode != null && wanted.mode != MmapMode.WRITE) {
            throw new IllegalArgumentException("openMemmap: a shape is for a new file, mode w+; mode " + wanted.mode
                    + " takes it from the file");
        }
        ByteBuffer header = new NpyHeader(wanted.dtype, wanted.columns, shape).bytes(wanted.version);
        int start = header.remaining();
        Layout layout = Orders.fresh(wanted.columns ? Order.F : Order.C, shape, wanted.dtype.itemsize())
                .shifted(start);
        AsideFile.write(".npy file", path, file -> file.write(header));
        Mapped.prepare("openMemmap", path, MmapMode.READ_WRITE, layout.endByte(wanted.dtype.itemsize()));
        return Mapped.array("openMemmap", path, MmapMode.WRITE, wanted.dtype, layout);
    }
}
