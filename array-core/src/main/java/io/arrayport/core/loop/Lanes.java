package io.arrayport.core.loop;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.kernel.Lane;

/** Which lane computes an element type. */
final class Lanes {
    private Lanes() {}

    /** @throws DTypeException if the type is in foreign byte order, which no lane computes in */
    static Lane of(String operation, DType dtype) {
        // Every process comes here: a switch over types would take its start 1 ms. And each operation: what a type of
        // any class is asked takes a call
        if (dtype instanceof FloatType type && type.isNative()) {
            return switch (type.format()) {
                case BINARY16 -> Lane.F16;
                case BFLOAT16 -> Lane.BF16;
                case BINARY32 -> Lane.F32;
                case BINARY64 -> Lane.F64;
            };
        }
        if (dtype instanceof IntegerType type && type.isNative()) {
            return switch (type.bits()) {
                case 8 -> type.signed() ? Lane.I8 : Lane.U8;
                case 16 -> type.signed() ? Lane.I16 : Lane.U16;
                case 32 -> type.signed() ? Lane.I32 : Lane.U32;
                default -> type.signed() ? Lane.I64 : Lane.U64;
            };
        }
        if (!dtype.isNative()) {
            throw new DTypeException(operation + ": the CPU has no loop for " + dtype.name()
                    + " in foreign byte order; convert with astype(...)");
        }
        if (dtype instanceof ComplexType type) {
            return type.format() == FloatFormat.BINARY32 ? Lane.C64 : Lane.C128;
        }
        if (dtype instanceof FlexibleType) {
            throw new DTypeException(operation + ": the CPU has no loop for " + dtype
                    + ", whose elements are no numbers");
        }
        return dtype instanceof BoolType ? Lane.BOOL : Lane.TIME;
    }
}
