package io.arrayport.core.print;

import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.layout.Shape;

/** Elements for tests: bit patterns repeated in C order until the shape is full. Counts how often it is read. */
final class PatternElements implements Elements {
    private final DType dtype;
    private final Shape shape;
    private final long[] bits;
    private long reads;

    /** @param bits of each number, in the low bits; two for a complex element */
    PatternElements(DType dtype, long[] shape, long... bits) {
        this.dtype = dtype;
        this.shape = Shape.of(shape);
        this.bits = bits;
    }

    static PatternElements ofDoubles(DType dtype, long[] shape, double... values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = switch (format(dtype)) {
                case BINARY16 -> Float.floatToFloat16((float) values[i]);
                case BFLOAT16 -> Float.floatToRawIntBits((float) values[i]) >>> 16;
                case BINARY32 -> Float.floatToRawIntBits((float) values[i]);
                case BINARY64 -> Double.doubleToRawLongBits(values[i]);
            };
        }
        return new PatternElements(dtype, shape, bits);
    }

    long reads() {
        return reads;
    }

    @Override
    public DType dtype() {
        return dtype;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean truth(long[] index) {
        return bitsAt(index, 0) != 0;
    }

    @Override
    public long integer(long[] index) {
        IntegerType type = (IntegerType) dtype;
        int unused = Long.SIZE - type.bits();
        long high = bitsAt(index, 0) << unused;
        return type.signed() ? high >> unused : high >>> unused;
    }

    @Override
    public double real(long[] index) {
        return number(bitsAt(index, 0));
    }

    @Override
    public double imag(long[] index) {
        return number(bitsAt(index, 1));
    }

    private double number(long pattern) {
        return switch (format(dtype)) {
            case BINARY16 -> Float.float16ToFloat((short) pattern);
            case BFLOAT16 -> Float.intBitsToFloat((int) pattern << 16);
            case BINARY32 -> Float.intBitsToFloat((int) pattern);
            case BINARY64 -> Double.longBitsToDouble(pattern);
        };
    }

    @Override
    public Object item(long[] index) {
        throw new AssertionError("patterns are numbers");
    }

    @Override
    public Elements field(StructType.Field field) {
        throw new AssertionError("no fields here");
    }

    private static FloatFormat format(DType dtype) {
        return dtype instanceof ComplexType complex ? complex.format() : ((FloatType) dtype).format();
    }

    private long bitsAt(long[] index, int part) {
        reads++;
        long position = 0;
        for (int axis = 0; axis < shape.ndim(); axis++) {
            if (index[axis] < 0 || index[axis] >= shape.dim(axis)) {
                throw new AssertionError("index " + index[axis] + " of axis " + axis + " of length " + shape.dim(axis));
            }
            position = position * shape.dim(axis) + index[axis];
        }
        int parts = dtype instanceof ComplexType ? 2 : 1;
        return bits[(int) (position % (bits.length / parts)) * parts + part];
    }
}
