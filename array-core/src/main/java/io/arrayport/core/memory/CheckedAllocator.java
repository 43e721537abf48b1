package io.arrayport.core.memory;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The allocator tests run with. Each block stands between two canaries; a released block is filled with a pattern that
 * reads as garbage and kept for a while, so that a read after release shows, and a write after release is found.
 * Findings are collected, because a release must not throw; the leak check fails the test on them.
 */
final class CheckedAllocator implements Allocator {
    private static final long FENCE = 64;
    private static final byte CANARY = (byte) 0xC7;
    private static final byte POISON = (byte) 0xDB;
    private static final long QUARANTINE = 64L << 20;
    /** Only the ends of a big block are watched, or freeing gigabytes would take a test's whole time. */
    private static final long WATCHED = 1L << 20;

    private final Allocator under;
    private final Map<Long, Long> live = new HashMap<>();
    private final ArrayDeque<Freed> quarantine = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();
    private long held;

    private record Freed(long address, long bytes) {}

    CheckedAllocator(Allocator under) {
        this.under = under;
    }

    @Override
    public synchronized long allocate(long bytes, boolean zeroed) {
        long address = under.allocate(bytes + 2 * FENCE, zeroed) + FENCE;
        fill(address - FENCE, FENCE, CANARY);
        fill(address + bytes, FENCE, CANARY);
        if (!zeroed) {
            fill(address, Math.min(bytes, WATCHED), POISON);
        }
        live.put(address, bytes);
        return address;
    }

    @Override
    public synchronized void free(long address, long bytes) {
        Long known = live.remove(address);
        if (known == null || known != bytes) {
            faults.add("release of " + bytes + " bytes at 0x" + Long.toHexString(address)
                    + (known == null ? ", which are not live" : ", of which " + known + " were allocated"));
            return;
        }
        checkFences(address, bytes);
        fill(address, Math.min(bytes, WATCHED), POISON);
        quarantine.add(new Freed(address, bytes));
        held += bytes;
        while (held > QUARANTINE) {
            Freed oldest = quarantine.remove();
            checkPoison(oldest);
            held -= oldest.bytes;
            under.free(oldest.address - FENCE, oldest.bytes + 2 * FENCE);
        }
    }

    /** What was found since the last call: writes outside live blocks, writes into released ones. */
    synchronized List<String> takeFaults() {
        live.forEach(this::checkFences);
        quarantine.forEach(this::checkPoison);
        List<String> found = List.copyOf(faults);
        faults.clear();
        return found;
    }

    private void checkFences(long address, long bytes) {
        long before = firstOther(address - FENCE, FENCE, CANARY);
        long after = firstOther(address + bytes, FENCE, CANARY);
        if (before >= 0) {
            faults.add("a write " + (FENCE - before) + " bytes before a block of " + bytes);
            fill(address - FENCE, FENCE, CANARY);
        }
        if (after >= 0) {
            faults.add("a write " + after + " bytes past the end of a block of " + bytes);
            fill(address + bytes, FENCE, CANARY);
        }
    }

    private void checkPoison(Freed block) {
        long at = firstOther(block.address, Math.min(block.bytes, WATCHED), POISON);
        if (at >= 0) {
            faults.add("a write after release at byte " + at + " of a block of " + block.bytes);
            fill(block.address, Math.min(block.bytes, WATCHED), POISON);
        }
    }

    private static void fill(long address, long bytes, byte value) {
        Memory.segment(address, bytes).fill(value);
    }

    private static long firstOther(long address, long bytes, byte expected) {
        MemorySegment segment = Memory.segment(address, bytes);
        long i = 0;
        for (long word = expected & 0xFFL; i + 8 <= bytes; i += 8) {
            if (segment.get(java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED, i) != word * 0x0101010101010101L) {
                break;
            }
        }
        for (; i < bytes; i++) {
            if (segment.get(java.lang.foreign.ValueLayout.JAVA_BYTE, i) != expected) {
                return i;
            }
        }
        return -1;
    }
}
