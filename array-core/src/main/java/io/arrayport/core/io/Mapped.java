package io.arrayport.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.file.FileProblem;
import io.arrayport.core.file.MappedFile;
import io.arrayport.core.file.Sharing;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.MemmapOption;
import io.arrayport.core.ndarray.MemmapOption.Mode;
import io.arrayport.core.ndarray.MmapMode;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import org.jspecify.annotations.Nullable;

/** Arrays that are files. */
public final class Mapped {
    private static final String KIND = "file";

    private Mapped() {}

    /**
     * {@code np.memmap}.
     *
     * @param shape null for all that is in the file
     */
    public static NdArray memmap(Path path, @Nullable Shape shape, MemmapOption... options) {
        Option.requireDistinct("memmap", options);
        DType dtype = DType.UINT8;
        MmapMode mode = MmapMode.READ_WRITE;
        long offset = 0;
        Order order = Order.C;
        for (MemmapOption option : options) {
            switch (option) {
                case DtypeOption(DType given) -> dtype = given;
                case Mode(MmapMode given) -> mode = given;
                case Offset(long bytes) -> offset = bytes;
                case OrderOption(Order given) -> order = given;
            }
        }
        StringType.refuse("memmap", dtype);
        if (offset < 0) {
            throw new IllegalArgumentException("memmap: the offset is " + offset + ", it must be at least 0");
        }
        if (shape == null && mode == MmapMode.WRITE) {
            throw new IllegalArgumentException("memmap: mode w+ makes a file and needs a shape");
        }
        if (shape == null && dtype.itemsize() == 0) {
            throw new IllegalArgumentException("memmap: an element of " + dtype + " has no bytes; give a type that"
                    + " has, or a shape");
        }
        Shape whole = shape != null ? shape : Shape.of(elements(path, dtype, offset));
        Layout layout = Orders.fresh(order, whole, dtype.itemsize());
        if (offset > Long.MAX_VALUE - layout.endByte(dtype.itemsize())) {
            throw new ShapeException("memmap: an array of shape " + whole + " behind " + offset + " bytes ends beyond"
                    + " what a long counts");
        }
        Layout placed = layout.shifted(offset);
        if (mode == MmapMode.WRITE || mode == MmapMode.READ_WRITE) {
            prepare("memmap", path, mode, placed.endByte(dtype.itemsize()));
        }
        return array("memmap", path, mode, dtype, placed);
    }

    private static long elements(Path path, DType dtype, long offset) {
        try {
            long bytes = Files.size(path) - offset;
            if (bytes < 0 || bytes % dtype.itemsize() != 0) {
                throw new ForeignDescriptorException("memmap: " + path + " has " + bytes + " bytes behind the offset "
                        + offset + ", they must be a whole number of " + dtype + "; give a shape");
            }
            return bytes / dtype.itemsize();
        } catch (IOException problem) {
            throw FileProblem.reading("memmap", path, problem);
        }
    }

    /** Makes the file, or makes it as long as the array needs: of zeros, which take no room until they are written. */
    static void prepare(String operation, Path path, MmapMode mode, long bytes) {
        Set<StandardOpenOption> how = mode == MmapMode.WRITE
                ? Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)
                : Set.of(StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(path, how)) {
            if (file.size() < bytes) {
                file.write(ByteBuffer.allocate(1), bytes - 1);
            }
        } catch (IOException problem) {
            throw FileProblem.writing(operation, path, problem);
        }
    }

    /** A file that is there, as an array. */
    static NdArray array(String operation, Path path, MmapMode mode, DType dtype, Layout layout) {
        MappedFile mapped = switch (mode) {
            case READ -> MappedFile.open(KIND, path);
            case COPY -> MappedFile.openWriteable(KIND, path, Sharing.PRIVATE);
            case READ_WRITE, WRITE -> MappedFile.openWriteable(KIND, path, Sharing.SHARED);
        };
        Storage storage = mapped.storage();
        if (layout.size() > 0 && layout.endByte(dtype.itemsize()) > storage.byteSize()) {
            storage.close();
            throw new ForeignDescriptorException(operation + ": " + path + " has " + storage.byteSize()
                    + " bytes, the array ends at " + layout.endByte(dtype.itemsize()));
        }
        Layout inside = layout.size() > 0 ? layout : Orders.fresh(Order.C, layout.shape(), dtype.itemsize());
        return NdArray.of(storage, dtype, inside);
    }
}
