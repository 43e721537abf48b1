package io.arrayport.core.io;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import io.arrayport.core.file.AsideFile;
import io.arrayport.core.file.ByteSink;
import io.arrayport.core.file.RawBytes;
import io.arrayport.core.io.NpyHeader.Version;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.FileOption.MaxHeaderSize;
import io.arrayport.core.ndarray.LoadOption;
import io.arrayport.core.ndarray.LoadOption.MmapModeOption;
import io.arrayport.core.ndarray.MmapMode;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import org.jspecify.annotations.Nullable;

/** NumPy's file of one array. */
public final class Npy {
    private static final String SUFFIX = ".npy";

    private Npy() {}

    /** {@code np.load} of a file. */
    public static NdArray load(Path path, LoadOption... options) {
        Option.requireDistinct("load", options);
        int longest = NpyHeader.LONGEST;
        MmapMode mode = null;
        for (LoadOption option : options) {
            switch (option) {
                case MmapModeOption(MmapMode given) -> mode = given;
                case MaxHeaderSize(int bytes) -> longest = bytes;
            }
        }
        try (Source source = Source.open("load", path)) {
            NpyHeader header = NpyHeader.read(source, longest);
            return mode == null ? read(source, header) : map("load", path, source, header, mode);
        }
    }

    /** {@code np.load} of a stream, which is read to the end of the array and no further. */
    public static NdArray load(InputStream stream, LoadOption... options) {
        Option.requireDistinct("load", options);
        int longest = NpyHeader.LONGEST;
        for (LoadOption option : options) {
            longest = switch (option) {
                case MmapModeOption _ -> throw new IllegalArgumentException(
                        "load: a stream cannot be mapped; give the path of a file, or leave out mmapMode");
                case MaxHeaderSize(int bytes) -> bytes;
            };
        }
        Source source = Source.of("load", stream);
        return read(source, NpyHeader.read(source, longest));
    }

    /** The elements behind a header. */
    static NdArray read(Source source, NpyHeader header) {
        Layout layout = header.layout(source);
        long bytes = layout.endByte(header.dtype().itemsize());
        Storage storage = source.storage(bytes, "elements of shape " + header.shape());
        return NdArray.of(storage, header.dtype(), layout);
    }

    /** The elements behind a header, where they lie. */
    static NdArray map(String operation, Path path, Source source, NpyHeader header, MmapMode mode) {
        if (mode == MmapMode.WRITE) {
            throw new IllegalArgumentException(
                    operation + ": mode w+ makes a file anew; np.lib.format.openMemmap does");
        }
        int itemsize = header.dtype().itemsize();
        long bytes = header.layout(source).endByte(itemsize);
        if (source.lacks(bytes)) {
            throw source.refused("it ends within the elements: shape " + header.shape() + " of " + header.dtype()
                    + " needs " + bytes + " bytes behind the header, there are " + source.left());
        }
        return Mapped.array(operation, path, mode, header.dtype(),
                header.layout(source).shifted(source.position()));
    }

    /**
     * {@code np.save}: what stood under this name before is replaced at the end.
     *
     * @param path without {@code .npy}, that is added
     */
    public static void save(Path path, NdArray array) {
        write(suffixed(path, SUFFIX), array);
    }

    static Path suffixed(Path path, String suffix) {
        return path.toString().endsWith(suffix) ? path
                : path.resolveSibling(path.getFileName() + suffix);
    }

    private static void write(Path path, NdArray array) {
        ByteBuffer header = NpyHeader.of(array).bytes(null);
        AsideFile.write(".npy file", path, sink -> write(sink, header, array));
    }

    /** {@code np.save} to a stream, which stays open. */
    public static void save(OutputStream stream, NdArray array) {
        write(stream, array, null);
    }

    /** {@code np.lib.format.write_array}: as {@link #save(OutputStream, NdArray)}, in a version of the format. */
    public static void write(OutputStream stream, NdArray array, @Nullable Version version) {
        ByteBuffer header = NpyHeader.of(array).bytes(version);
        write(Outputs.to("save", stream), header, array);
    }

    static void write(ByteSink sink, ByteBuffer header, NdArray array) {
        array.storage().acquireOnHost();
        try {
            sink.write(header);
            Layout layout = array.layout();
            boolean columns = !array.isCContiguous() && layout.isFContiguous(array.itemsize());
            RawBytes.write(array.storage().address(), columns ? layout.transpose() : layout, array.itemsize(), sink);
        } finally {
            array.storage().release();
        }
    }
}
