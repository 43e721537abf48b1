package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.foreign.StackRoom;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * Elements smaller than a byte that lie side by side, from the lowest bit up, in C order: DLPack's packed form of the
 * float6 and float4 types, of integers of 1, 2 and 4 bits, and of single bits. No array addresses such elements, so
 * they are carried whole, as bytes; {@link #unpack} makes an array with a byte for each, {@link #pack} goes back.
 *
 * <p>Owns its bytes: closing it gives an imported tensor back.
 */
public final class PackedTensor implements AutoCloseable {
    private static final int INT = 0;
    private static final int UINT = 1;
    private static final int BOOL = 6;

    private final NdArray bytes;
    private final TypeTable type;
    private final Shape shape;

    PackedTensor(NdArray bytes, TypeTable type, Shape shape) {
        this.bytes = bytes;
        this.type = type;
        this.shape = shape;
    }

    /** What packed elements of a type become; null if there are none of it. */
    static @Nullable DType unpacked(int code, int bits) {
        TypeTable row = TypeTable.of(code, bits);
        if (row != null) {
            return row.isPadded() ? row.dtype() : null;
        }
        boolean whole = bits == 1 || bits == 2 || bits == 4;
        return switch (code) {
            case INT -> whole ? DType.INT8 : null;
            case UINT -> whole ? DType.UINT8 : null;
            case BOOL -> bits == 1 ? DType.BOOL : null;
            default -> null;
        };
    }

    /** Whether elements of this code may be smaller than a byte. */
    static boolean hasCode(int code) {
        return code == INT || code == UINT || code == BOOL || TypeTable.isPadded(code);
    }

    /** Bytes that so many elements take; the last bits of the last one mean nothing. */
    static long bytes(long elements, int bits) {
        long whole = elements >> 3;
        return whole * bits + ((elements & 7) * bits + 7 >> 3);
    }

    /**
     * Copies the elements of an array of float6 or float4, in C order and packed; the caller closes the result.
     *
     * @throws DTypeException if its elements fill a byte
     */
    public static PackedTensor pack(NdArray array) {
        TypeTable type = TypeTable.of(array.dtype());
        if (type == null || !type.isPadded()) {
            throw new DTypeException("pack: an element of " + array.dtype() + " fills its bytes, expected float6 or "
                    + "float4; convert it with astype(...)");
        }
        long count = array.size();
        Storage storage = Storage.allocateZeroed(bytes(count, type.bits()));
        try (NdArray flat = array.copyNative()) {
            flat.storage().acquireOnHost();
            try {
                long from = flat.address();
                long to = storage.address();
                int mask = (1 << type.bits()) - 1;
                for (long i = 0; i < count; i++) {
                    long bit = i * type.bits();
                    int value = (Memory.RAW.get(JAVA_BYTE, from + i) & mask) << (bit & 7);
                    or(to + (bit >> 3), value);
                    if (value > 0xFF) {
                        or(to + (bit >> 3) + 1, value >> 8);
                    }
                }
            } finally {
                flat.storage().release();
            }
        } catch (RuntimeException | Error e) {
            storage.close();
            throw e;
        }
        NdArray bytes = NdArray.of(storage, DType.UINT8, Layout.contiguous(Shape.of(storage.byteSize()), 1));
        return new PackedTensor(bytes, type, array.shape());
    }

    private static void or(long at, int bits) {
        Memory.RAW.set(JAVA_BYTE, at, (byte) (Memory.RAW.get(JAVA_BYTE, at) | bits));
    }

    /**
     * Copies the elements to an array with a byte for each: of float6 and float4 themselves, int8, uint8 or bool. The
     * caller closes it.
     */
    public NdArray unpack() {
        Storage storage = Storage.allocate(shape.size());
        try {
            bytes.storage().acquireOnHost();
            try {
                unpack(bytes.address(), storage.address());
            } finally {
                bytes.storage().release();
            }
            return NdArray.of(storage, type.dtype(), Layout.contiguous(shape, 1));
        } catch (RuntimeException | Error e) {
            storage.close();
            throw e;
        }
    }

    private void unpack(long from, long to) {
        int bits = type.bits();
        int spare = Integer.SIZE - bits;
        boolean signed = type.code() == INT;
        for (long i = 0; i < shape.size(); i++) {
            long bit = i * bits;
            int at = (int) (bit & 7);
            int two = Memory.RAW.get(JAVA_BYTE, from + (bit >> 3)) & 0xFF;
            if (at + bits > Byte.SIZE) {
                two |= (Memory.RAW.get(JAVA_BYTE, from + (bit >> 3) + 1) & 0xFF) << Byte.SIZE;
            }
            int high = two >> at << spare;
            Memory.RAW.set(JAVA_BYTE, to + i, (byte) (signed ? high >> spare : high >>> spare));
        }
    }

    /**
     * The bytes, as they lie: a 1-d uint8 array that shares them, and whose life is this tensor's: closing one closes
     * both.
     */
    public NdArray bytes() {
        return bytes;
    }

    /** What {@link #unpack} gives. */
    public DType dtype() {
        return type.dtype();
    }

    /** Width of an element. */
    public int bits() {
        return type.bits();
    }

    /** Lengths in elements; a tensor of vectors has an axis more, as long as they are. */
    public Shape shape() {
        return shape;
    }

    /**
     * A versioned capsule of the packed elements, which shares the bytes and keeps them, closed or not this. Whoever
     * consumes it owns it, else the caller closes it.
     */
    public DlpackCapsule export() {
        StackRoom.require("dlpack export");
        Export.Said said = new Export.Said(type, Layout.contiguous(shape, 1), 1,
                shape.size() == 0 ? 0 : bytes.address(), 0);
        boolean readOnly = !bytes.isWriteable();
        Abi.Form form = Abi.Form.VERSIONED;
        return Export.adopt(Export.of(said, bytes.storage(), form, readOnly ? Abi.READ_ONLY : 0), form);
    }

    /** Gives the bytes back. */
    @Override
    public void close() {
        bytes.close();
    }

    @Override
    public String toString() {
        return "PackedTensor(" + type.dtype() + ", " + type.bits() + " bits each, " + shape + ")";
    }
}
