package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.backend.Op;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.memory.Memory;

/**
 * Compares int64 with uint64, either on either side: exactly, where a common type would round.
 *
 * @param op a comparison
 * @param signedFirst whether the first operand is the signed one
 */
record MixedComparison(Op op, boolean signedFirst) implements BinaryKernel {

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            long left = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, a + i * aStride);
            long right = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, b + i * bStride);
            long signed = signedFirst ? left : right;
            int sign = signed < 0 ? signedFirst ? -1 : 1 : Long.compareUnsigned(left, right);
            boolean result = switch (op) {
                case EQUAL -> sign == 0;
                case NOT_EQUAL -> sign != 0;
                case LESS -> sign < 0;
                case LESS_EQUAL -> sign <= 0;
                case GREATER -> sign > 0;
                case GREATER_EQUAL -> sign >= 0;
                default -> throw new IllegalArgumentException("kernel: " + op + " is no comparison");
            };
            Memory.RAW.set(ValueLayout.JAVA_BYTE, out + i * outStride, (byte) (result ? 1 : 0));
        }
    }
}
