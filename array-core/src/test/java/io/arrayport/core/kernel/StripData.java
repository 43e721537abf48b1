package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;

/**
 * One operand of a kernel under test: elements at any stride and alignment, with guard bytes wherever there is none.
 */
final class StripData implements AutoCloseable {
    private static final int GUARD = 256;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory;
    private final Lane lane;
    final long address;
    final long stride;
    private final byte[] before;

    /** Elements that {@link #set} makes of {@code random}. */
    StripData(Lane lane, long n, long stride, int misaligned, Random random) {
        long reach = Math.abs(stride) * Math.max(0, n - 1);
        byte[] noise = new byte[Math.toIntExact(reach + lane.bytes() + 2 * GUARD + misaligned)];
        this.memory = arena.allocate(noise.length, 64);
        this.lane = lane;
        this.stride = stride;
        this.address = memory.address() + GUARD + misaligned + (stride < 0 ? reach : 0);
        random.nextBytes(noise);
        MemorySegment.copy(noise, 0, memory, ValueLayout.JAVA_BYTE, 0, noise.length);
        for (long i = 0; i < n; i++) {
            set(i, random);
        }
        this.before = bytes();
    }

    /** Given elements, one after the other in {@code elements}. */
    static StripData of(Lane lane, byte[] elements, long stride, int misaligned) {
        int n = elements.length / lane.bytes();
        StripData data = new StripData(lane, n, stride, misaligned, new Random(n));
        for (int i = 0; i < n; i++) {
            data.put(i, Arrays.copyOfRange(elements, i * lane.bytes(), (i + 1) * lane.bytes()));
        }
        return data;
    }

    void put(long i, byte[] element) {
        for (int k = 0; k < element.length; k++) {
            Raw.i8(address + i * stride + k, element[k]);
        }
    }

    /** Returns the elements, one after the other, in which nan is always the same one. */
    byte[] elements(long n) {
        byte[] all = new byte[Math.toIntExact(n * lane.bytes())];
        for (long i = 0; i < n; i++) {
            oneNan(i);
            for (int k = 0; k < lane.bytes(); k++) {
                all[Math.toIntExact(i * lane.bytes() + k)] = Raw.i8(address + i * stride + k);
            }
        }
        return all;
    }

    private byte[] bytes() {
        return memory.toArray(ValueLayout.JAVA_BYTE);
    }

    /** Whether every byte that belongs to no element is as it was at first. */
    boolean untouched(long n) {
        byte[] now = bytes();
        for (long i = 0; i < n; i++) {
            int at = Math.toIntExact(address + i * stride - memory.address());
            System.arraycopy(before, at, now, at, lane.bytes());
        }
        return Arrays.equals(before, now);
    }

    /** Often a number at the edge of its type, else any bits, or a tame number so that sums do not all end as nan. */
    private void set(long i, Random random) {
        long at = address + i * stride;
        int kind = random.nextInt(12);
        for (int part = 0; part < lane.bytes(); part += lane.part().bytes()) {
            switch (lane.part()) {
                case BOOL -> Raw.i8(at, (byte) (kind < 2 ? random.nextInt(256) : kind & 1));
                case I8, U8, I16, U16, I32, U32, I64, U64, TIME -> {
                    long top = 1L << lane.bytes() * 8 - 1;
                    Whole.of(lane).put(at, kind == 0 ? top : kind == 1 ? top - 1 : random.nextLong());
                }
                default -> {
                    double value = kind == 0 ? -0.0 : kind == 1 ? 0 : kind == 2 ? 1 : random.nextGaussian();
                    Real.of(lane.part()).put(at + part, lane.part() == Lane.F64 ? value : (float) value);
                }
            }
        }
    }

    /** Sets every part of every element. */
    void fill(long n, double value) {
        for (long i = 0; i < n; i++) {
            long at = address + i * stride;
            for (int part = 0; part < lane.bytes(); part += lane.part().bytes()) {
                if (lane.isFloat() || lane.isComplex()) {
                    Real.of(lane.part()).put(at + part, value);
                } else {
                    Whole.of(lane).put(at, (long) value);
                }
            }
        }
    }

    private void oneNan(long i) {
        if (lane.isFloat() || lane.isComplex()) {
            for (int part = 0; part < lane.bytes(); part += lane.part().bytes()) {
                long at = address + i * stride + part;
                if (Double.isNaN(Real.of(lane.part()).get(at))) {
                    Real.of(lane.part()).put(at, Double.NaN);
                }
            }
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
