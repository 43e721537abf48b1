package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

import io.arrayport.core.backend.Op;

/**
 * Template: {@link ScanKernel}. Each element waits for the one before, so that there is no vector form; the result so
 * far stays in a register where it is a number that fits one.
 */
final class ScalarScan implements ScanKernel {
    /**
     * @param inBytes of an element that is read
     * @param accBytes of a result
     */
    record Spec(Step step, ScalarOp op, Whole in, Whole acc, Kind kind, int inBytes, int accBytes) {
        static Spec of(Op op, Lane in, Lane acc) {
            Kind kind = Kind.of(op, acc);
            ScalarOp row = kind == Kind.STEP ? ScalarOp.of(Op.ADD, Lane.I64) : ScalarOp.of(op, acc);
            return kind == Kind.WHOLE
                    ? new Spec((_, _, _) -> {}, row, Step.form(op, in), Step.form(op, acc), kind, in.bytes(),
                            acc.bytes())
                    : new Spec(kind == Kind.STEP ? Step.carried(op, acc) : (_, _, _) -> {}, row, Whole.I64, Whole.I64,
                            kind, in.bytes(), acc.bytes());
        }
    }

    /** What a result is carried in; STEP carries it in memory. */
    enum Kind {
        WHOLE,
        SINGLE,
        DOUBLE,
        STEP;

        private static Kind of(Op op, Lane lane) {
            if (op.isPredicate() || lane.isComplex()) {
                return STEP;
            }
            return switch (lane) {
                case F16, BF16, TIME -> STEP;
                case F32 -> SINGLE;
                case F64 -> DOUBLE;
                default -> WHOLE;
            };
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Step STEP = SPEC.step();
    private static final ScalarOp OP = SPEC.op();
    private static final Whole IN = SPEC.in();
    private static final Whole ACC = SPEC.acc();
    private static final Kind KIND = SPEC.kind();
    private static final int IN_BYTES = SPEC.inBytes();
    private static final int ACC_BYTES = SPEC.accBytes();

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        if (KIND == Kind.WHOLE && inStride == IN_BYTES && outStride == ACC_BYTES) {
            neighbours(in, out, n);
        } else if (KIND == Kind.WHOLE) {
            whole(in, inStride, out, outStride, n);
        } else if (KIND == Kind.SINGLE) {
            single(in, inStride, out, outStride, n);
        } else if (KIND == Kind.DOUBLE) {
            real(in, inStride, out, outStride, n);
        } else {
            for (long i = 0; i < n; i++) {
                long at = out + i * outStride;
                STEP.run(at - outStride, in + i * inStride, at);
            }
        }
    }

    private static void whole(long in, long inStride, long out, long outStride, long n) {
        long result = ACC.get(out - outStride);
        for (long i = 0; i < n; i++) {
            result = ACC.cut(OP.whole().applyAsLong(result, IN.get(in + i * inStride)));
            ACC.put(out + i * outStride, result);
        }
    }

    /** Steps that are constants: it takes a third of the time. */
    private static void neighbours(long in, long out, long n) {
        long result = ACC.get(out - ACC_BYTES);
        for (long i = 0; i < n; i++) {
            result = ACC.cut(OP.whole().applyAsLong(result, IN.get(in + i * IN_BYTES)));
            ACC.put(out + i * ACC_BYTES, result);
        }
    }

    private static void single(long in, long inStride, long out, long outStride, long n) {
        float result = Raw.f32(out - outStride);
        for (long i = 0; i < n; i++) {
            result = OP.single().apply(result, Raw.f32(in + i * inStride));
            Raw.f32(out + i * outStride, result);
        }
    }

    private static void real(long in, long inStride, long out, long outStride, long n) {
        double result = Raw.f64(out - outStride);
        for (long i = 0; i < n; i++) {
            result = OP.real().applyAsDouble(result, Raw.f64(in + i * inStride));
            Raw.f64(out + i * outStride, result);
        }
    }
}
