package io.arrayport.core.statistics;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.error.DTypeException;

/** The arithmetic in which NumPy works out where a quantile lies: that of the type of the parts asked for. */
enum Precision {
    /** Of whole numbers, 0 and 1. */
    WHOLE(DType.INT64),
    HALF(DType.FLOAT16) {
        @Override
        double round(double number) {
            return Float.float16ToFloat(Float.floatToFloat16((float) number));
        }
    },
    SINGLE(DType.FLOAT32) {
        @Override
        double round(double number) {
            return (float) number;
        }
    },
    DOUBLE(DType.FLOAT64);

    private final DType type;

    Precision(DType type) {
        this.type = type;
    }

    /** @throws DTypeException if no part of anything can be of that type */
    static Precision of(String operation, DType type) {
        return switch (type.kind()) {
            case 'b', 'i', 'u' -> WHOLE;
            case 'f' -> switch (((FloatType) type).format()) {
                case FloatFormat.BINARY16 -> HALF;
                case FloatFormat.BINARY32, FloatFormat.BFLOAT16 -> SINGLE;
                case FloatFormat.BINARY64 -> DOUBLE;
            };
            default -> throw new DTypeException(operation + ": q is " + type + ", it must be of real numbers");
        };
    }

    DType type() {
        return type;
    }

    /** Rounds the exact result of one operation. */
    double round(double number) {
        return number;
    }
}
