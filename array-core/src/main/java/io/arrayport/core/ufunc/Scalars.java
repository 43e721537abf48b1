package io.arrayport.core.ufunc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;

/** Java numbers as elements of an array's type. */
final class Scalars {
    private static final IntegerType COUNT = new IntegerType(Long.SIZE, true, ByteOrder.nativeOrder());

    private Scalars() {}

    /** Returns {@code value}, which {@link #fit} made, as a 0-d operand; the caller closes its storage. */
    static Operand of(Backend backend, Device device, DType type, Object value) {
        Storage storage = device.equals(Device.CPU) ? Storage.lend(type.itemsize())
                : backend.allocate(device, type.itemsize());
        Operand scalar = Operand.of(type, Layout.contiguous(Shape.of(), type.itemsize()), storage);
        try {
            backend.fill(scalar, value);
            return scalar;
        } catch (RuntimeException | Error failure) {
            storage.close();
            throw failure;
        }
    }

    /**
     * Returns {@code value} as backends fill arrays of {@code type} with it. Fractions are dropped by integer types.
     *
     * @param operation named in errors
     * @throws CastingException if it is an integer that the type cannot hold, or complex and the type is not
     */
    static Object fit(String operation, Object value, DType type) {
        return switch (type) {
            case BoolType _ -> truth(value);
            case IntegerType integer -> whole(operation, value, integer);
            case FloatType _ -> real(operation, value, type);
            case TimeType _ -> whole(operation, value, COUNT);
            case ComplexType _ -> value instanceof Complex ? value : real(operation, value, type);
            case FlexibleType _ -> throw new CastingException(operation + ": the number " + value
                    + " is no element of " + type + "; give an array of that type");
        };
    }

    private static boolean truth(Object value) {
        return switch (value) {
            case Boolean bool -> bool;
            case Complex complex -> complex.real() != 0 || complex.imag() != 0;
            case BigInteger whole -> whole.signum() != 0;
            default -> ((Number) value).doubleValue() != 0;
        };
    }

    private static Object whole(String operation, Object value, IntegerType type) {
        if ((value instanceof Integer || value instanceof Long) && holds(type, ((Number) value).longValue())) {
            return ((Number) value).longValue();
        }
        BigInteger whole = switch (value) {
            case Boolean bool -> bool ? BigInteger.ONE : BigInteger.ZERO;
            case Complex _ -> throw complex(operation, value, type);
            case BigInteger big -> big;
            case Float _,Double _ -> {
                double number = ((Number) value).doubleValue();
                if (!Double.isFinite(number)) {
                    throw outOfBounds(operation, value, type);
                }
                yield new BigDecimal(number).toBigInteger();
            }
            default -> BigInteger.valueOf(((Number) value).longValue());
        };
        if (!holds(type, whole)) {
            throw outOfBounds(operation, value, type);
        }
        return type.signed() || whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }

    /** Returns whether a weak {@code value} leaves an array its {@code type}, and that can hold it. */
    static boolean keeps(DType type, Number value) {
        return switch (type) {
            case BoolType _,TimeType _,FlexibleType _ -> false;
            case IntegerType integer -> switch (value) {
                case Float _,Double _ -> false;
                case BigInteger big -> holds(integer, big);
                default -> holds(integer, value.longValue());
            };
            case FloatType _,ComplexType _ -> !(value instanceof BigInteger);
        };
    }

    private static boolean holds(IntegerType type, long value) {
        int spare = Long.SIZE - type.bits();
        return type.signed() ? value << spare >> spare == value : value >= 0 && value << spare >>> spare == value;
    }

    /** Returns whether an element of {@code type} can be {@code value}. */
    static boolean holds(IntegerType type, BigInteger value) {
        return type.signed() ? value.bitLength() < type.bits()
                : value.signum() >= 0 && value.bitLength() <= type.bits();
    }

    private static Object real(String operation, Object value, DType type) {
        return switch (value) {
            case Complex _ -> throw complex(operation, value, type);
            case Boolean bool -> bool ? 1.0 : 0.0;
            case BigInteger big when Double.isInfinite(big.doubleValue()) -> throw outOfBounds(operation, value, type);
            default -> ((Number) value).doubleValue();
        };
    }

    private static CastingException outOfBounds(String operation, Object value, DType type) {
        return new CastingException(operation + ": the number " + value + " is out of bounds for " + type
                + "; convert the array with astype(...) to a type that holds it");
    }

    private static CastingException complex(String operation, Object value, DType type) {
        return new CastingException(operation + ": " + value + " has an imaginary part, " + type + " has none");
    }
}
