package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/** An operation on two numbers, one method a lane: what the scalar templates are specialised with. */
interface ScalarOp {
    int i32(int a, int b);

    long i64(long a, long b);

    float f32(float a, float b);

    double f64(double a, double b);

    /** Returns the operation that {@code op} names. */
    static ScalarOp of(Op op) {
        return switch (op) {
            case ADD -> Arithmetic.ADD;
            case SUBTRACT -> Arithmetic.SUBTRACT;
            case MULTIPLY -> Arithmetic.MULTIPLY;
            case DIVIDE -> Arithmetic.DIVIDE;
            default -> throw new IllegalArgumentException("kernel: no scalar form of " + op);
        };
    }

    /** One constant per operation; each has its own class, so that a constant of it is called without dispatch. */
    enum Arithmetic implements ScalarOp {
        ADD {
            @Override
            public int i32(int a, int b) {
                return a + b;
            }

            @Override
            public long i64(long a, long b) {
                return a + b;
            }

            @Override
            public float f32(float a, float b) {
                return a + b;
            }

            @Override
            public double f64(double a, double b) {
                return a + b;
            }
        },
        SUBTRACT {
            @Override
            public int i32(int a, int b) {
                return a - b;
            }

            @Override
            public long i64(long a, long b) {
                return a - b;
            }

            @Override
            public float f32(float a, float b) {
                return a - b;
            }

            @Override
            public double f64(double a, double b) {
                return a - b;
            }
        },
        MULTIPLY {
            @Override
            public int i32(int a, int b) {
                return a * b;
            }

            @Override
            public long i64(long a, long b) {
                return a * b;
            }

            @Override
            public float f32(float a, float b) {
                return a * b;
            }

            @Override
            public double f64(double a, double b) {
                return a * b;
            }
        },
        /** Kernels is asked for it on float lanes only: an integer quotient has another type and its own questions. */
        DIVIDE {
            @Override
            public int i32(int a, int b) {
                throw new AssertionError("DIVIDE has no integer lane");
            }

            @Override
            public long i64(long a, long b) {
                throw new AssertionError("DIVIDE has no integer lane");
            }

            @Override
            public float f32(float a, float b) {
                return a / b;
            }

            @Override
            public double f64(double a, double b) {
                return a / b;
            }
        }
    }
}
