package io.arrayport.core.dtype;

/**
 * What a floating-point type can hold: NumPy's {@code finfo}, numbers as doubles, which hold each of them exactly.
 *
 * @param dtype the real type; of a complex one that of its parts
 * @param nexp bits of the exponent
 * @param nmant bits of the fraction
 */
public record Finfo(DType dtype, int nexp, int nmant) {
    /**
     * @param dtype floating or complex
     * @throws IllegalArgumentException if it is neither
     */
    public static Finfo of(DType dtype) {
        FloatFormat format = switch (dtype) {
            case FloatType real -> real.format();
            case ComplexType complex -> complex.format();
            case BoolType _,IntegerType _,TimeType _,FlexibleType _ -> throw new IllegalArgumentException(
                    "finfo: " + dtype + " is no floating type; iinfo tells of integers");
        };
        return switch (format) {
            case BINARY16 -> new Finfo(DType.FLOAT16, 5, 10);
            case BFLOAT16 -> new Finfo(DType.BFLOAT16, 8, 7);
            case BINARY32 -> new Finfo(DType.FLOAT32, 8, 23);
            case BINARY64 -> new Finfo(DType.FLOAT64, 11, 52);
        };
    }

    /** Bits of a number. */
    public int bits() {
        return 1 + nexp + nmant;
    }

    /** {@link #nexp} by NumPy's other name. */
    public int iexp() {
        return nexp;
    }

    /** The exponent of the least power of 2 that overflows. */
    public int maxexp() {
        return 1 << nexp - 1;
    }

    /** The exponent of the least normal number. */
    public int minexp() {
        return 2 - maxexp();
    }

    /** The exponent of {@link #eps}. */
    public int machep() {
        return -nmant;
    }

    /** The exponent of {@link #epsneg}. */
    public int negep() {
        return -nmant - 1;
    }

    /** From 1 to the next number. */
    public double eps() {
        return Math.scalb(1.0, machep());
    }

    /** From 1 to the number before it. */
    public double epsneg() {
        return Math.scalb(1.0, negep());
    }

    /** The greatest finite number. */
    public double max() {
        return Math.scalb(2 - eps(), maxexp() - 1);
    }

    /** The least finite number. */
    public double min() {
        return -max();
    }

    /** How many decimal digits every number of so many survives. */
    public int precision() {
        return (int) (nmant * Math.log10(2));
    }

    /** 10 to the power of minus {@link #precision}, as this type rounds it. */
    public double resolution() {
        double exact = Math.pow(10, -precision());
        int ulp = Math.getExponent(exact) - nmant;
        return Math.scalb(Math.rint(Math.scalb(exact, -ulp)), ulp);
    }

    /** The least positive number with all its digits. */
    public double smallestNormal() {
        return Math.scalb(1.0, minexp());
    }

    /** {@link #smallestNormal} by NumPy's other name. */
    public double tiny() {
        return smallestNormal();
    }

    /** The least positive number. */
    public double smallestSubnormal() {
        return Math.scalb(1.0, minexp() - nmant);
    }
}
