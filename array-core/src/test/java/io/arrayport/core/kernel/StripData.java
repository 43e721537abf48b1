package io.arrayport.core.kernel;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;

import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/**
 * One operand of a kernel under test: elements at any stride and alignment, with guard bytes wherever there is none.
 */
final class StripData implements AutoCloseable {
    private static final int GUARD = 256;

    private final Storage storage;
    private final long bytes;
    private final Lane lane;
    final long address;
    final long stride;
    private final byte[] before;

    StripData(Lane lane, long n, long stride, int misaligned, Random random) {
        long reach = Math.abs(stride) * Math.max(0, n - 1);
        this.bytes = reach + lane.bytes() + 2 * GUARD + misaligned;
        this.storage = Storage.allocate(bytes);
        this.lane = lane;
        this.stride = stride;
        this.address = storage.address() + GUARD + misaligned + (stride < 0 ? reach : 0);
        for (long i = 0; i < bytes; i++) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, storage.address() + i, (byte) random.nextInt());
        }
        for (long i = 0; i < n; i++) {
            set(i, random);
        }
        this.before = bytes();
    }

    private byte[] bytes() {
        return Memory.segment(storage.address(), bytes).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Whether every byte that belongs to no element is as it was at first. */
    boolean untouched(long n) {
        byte[] now = bytes();
        for (long i = 0; i < n; i++) {
            int at = Math.toIntExact(address + i * stride - storage.address());
            System.arraycopy(before, at, now, at, lane.bytes());
        }
        return Arrays.equals(before, now);
    }

    /** Often a number at the edge of its type, else any bits, or a tame number so that sums do not all end as nan. */
    private void set(long i, Random random) {
        long at = address + i * stride;
        int kind = random.nextInt(12);
        switch (lane) {
            case I32 -> Raw.i32(at, kind == 0 ? Integer.MIN_VALUE : kind == 1 ? Integer.MAX_VALUE : random.nextInt());
            case I64 -> Raw.i64(at, kind == 0 ? Long.MIN_VALUE : kind == 1 ? Long.MAX_VALUE : random.nextLong());
            case F32 -> Raw.f32(at, kind == 0 ? -0.0f : kind == 1 ? 0 : (float) random.nextGaussian());
            case F64 -> Raw.f64(at, kind == 0 ? -0.0 : kind == 1 ? 0 : random.nextGaussian());
        }
    }

    /** Sets every element. */
    void fill(long n, double value) {
        for (long i = 0; i < n; i++) {
            long at = address + i * stride;
            switch (lane) {
                case I32 -> Raw.i32(at, (int) value);
                case I64 -> Raw.i64(at, (long) value);
                case F32 -> Raw.f32(at, (float) value);
                case F64 -> Raw.f64(at, value);
            }
        }
    }

    /** Returns every byte, guards included, in which nan is always the same one. */
    byte[] image(long n) {
        for (long i = 0; i < n; i++) {
            long at = address + i * stride;
            if (lane == Lane.F32 && Float.isNaN(Raw.f32(at))) {
                Raw.f32(at, Float.NaN);
            } else if (lane == Lane.F64 && Double.isNaN(Raw.f64(at))) {
                Raw.f64(at, Double.NaN);
            }
        }
        return bytes();
    }

    @Override
    public void close() {
        storage.close();
    }
}
