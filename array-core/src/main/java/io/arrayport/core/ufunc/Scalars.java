package io.arrayport.core.ufunc;

import java.math.BigInteger;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;

/** Java numbers as operands: weak, as NEP 50 has Python's, so that they take the type of the array they meet. */
public final class Scalars {
    private static final int INT32_MAGNITUDE = 31;
    private static final int INT64_MAGNITUDE = 63;

    private Scalars() {}

    /**
     * Returns {@code value} as a 0-d operand of {@code like}'s type, on its device; the caller has seen that this is a
     * type that backends compute with.
     *
     * @param operation named in errors
     * @param value Byte, Short, Integer, Long or BigInteger for any type; Float or Double for float types only
     * @return owns its storage, which the caller closes after the operation
     * @throws CastingException if an integer is out of the type's range
     * @throws DTypeException if the result would have another type than the array
     */
    public static Operand weak(String operation, Number value, Operand like) {
        DType type = like.dtype();
        boolean integer = value instanceof Byte || value instanceof Short || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger;
        if (type.kind() == 'i' && !integer) {
            throw new DTypeException(operation + ": the number " + value + " with an " + type.name()
                    + " array gives float64; give an integer, or convert the array first with astype(DType.FLOAT64)");
        }
        if (type.kind() == 'i') {
            BigInteger exact = new BigInteger(value.toString());
            if (exact.bitLength() > (type.itemsize() == Integer.BYTES ? INT32_MAGNITUDE : INT64_MAGNITUDE)) {
                throw new CastingException(
                        operation + ": the integer " + value + " is out of bounds for " + type.name());
            }
        }
        return of(Backend.of(operation, List.of(like)), like.device(), type, value);
    }

    /** Returns {@code value}, which fits, as a 0-d operand; the caller closes its storage. */
    static Operand of(Backend backend, Device device, DType type, Number value) {
        Storage storage = backend.allocate(device, type.itemsize());
        Operand scalar = Operand.of(type, Layout.contiguous(Shape.of(), type.itemsize()), storage);
        backend.fill(scalar, value);
        return scalar;
    }
}
