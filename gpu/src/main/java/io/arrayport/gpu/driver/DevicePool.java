package io.arrayport.gpu.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.arrayport.core.error.MemoryBudgetException;
import jcuda.driver.CUresult;
import org.jspecify.annotations.Nullable;

/**
 * A GPU's memory: what was freed is kept for the next array of about its size, since asking the driver stops all work
 * there. All of our work is on one stream: a block is written by its next owner when its last one is done, without
 * waiting.
 */
public final class DevicePool {
    /** Who owns what arrays have of it, for messages. */
    public static final String ORIGIN = "cuda";
    /** The driver aligns to this, and arrays share no line of memory. */
    private static final long ALIGNMENT = 512;
    /** Of a block's bytes, at most one part of so many may be more than was asked. */
    private static final int SLACK = 8;

    private final Gpu gpu;
    private final TreeMap<Long, ArrayDeque<Long>> free = new TreeMap<>();
    /** Addresses of blocks that neighbours were given. */
    private final Set<Long> shared = new HashSet<>();
    /** What came back after that: neighbours' work on it may still be queued. */
    private final List<Block> returned = new ArrayList<>();
    private long live;
    private long pooled;

    DevicePool(Gpu gpu) {
        this.gpu = gpu;
    }

    /** A block of memory. */
    public record Block(long address, long bytes) {}

    /**
     * What is held.
     *
     * @param live bytes of arrays
     * @param pooled bytes that are kept for the next ones
     */
    public record Usage(long live, long pooled) {}

    /** Returns what is held now. */
    public synchronized Usage usage() {
        return new Usage(live, pooled);
    }

    /** @throws MemoryBudgetException if there is no room even when nothing is kept */
    public synchronized Block take(long bytes) {
        long size = rounded(bytes);
        Block kept = kept(size);
        if (kept == null && reclaim()) {
            kept = kept(size);
        }
        Block block = kept != null ? kept : fresh(size);
        live += block.bytes();
        return block;
    }

    /** Keeps a block for the next one. */
    public synchronized void give(Block block) {
        live -= block.bytes();
        pooled += block.bytes();
        if (shared.remove(block.address())) {
            returned.add(block);
        } else {
            keep(block);
        }
    }

    private void keep(Block block) {
        free.computeIfAbsent(block.bytes(), _ -> new ArrayDeque<>()).push(block.address());
    }

    /** Before a block goes to a neighbour, on whose streams work on it may be queued even when it is given back. */
    synchronized void share(long address) {
        shared.add(address);
    }

    /** What neighbours gave back is anybody's once all work of this process is done. */
    private boolean reclaim() {
        if (returned.isEmpty()) {
            return false;
        }
        gpu.synchronizeAll();
        returned.forEach(this::keep);
        returned.clear();
        return true;
    }

    /** Gives all that is kept back to the driver; returns how many bytes that were. */
    public synchronized long trim() {
        long before = pooled;
        if (before > 0) {
            gpu.synchronize();
            reclaim();
        }
        while (!free.isEmpty()) {
            Map.Entry<Long, ArrayDeque<Long>> size = free.firstEntry();
            while (!size.getValue().isEmpty()) {
                gpu.free(size.getValue().pop());
                pooled -= size.getKey();
            }
            free.remove(size.getKey());
        }
        return before;
    }

    private @Nullable Block kept(long size) {
        Map.Entry<Long, ArrayDeque<Long>> next = free.ceilingEntry(size);
        if (next == null || next.getKey() - size > size / SLACK) {
            return null;
        }
        long address = next.getValue().pop();
        if (next.getValue().isEmpty()) {
            free.remove(next.getKey());
        }
        pooled -= next.getKey();
        return new Block(address, next.getKey());
    }

    private Block fresh(long size) {
        DeviceAddress address = new DeviceAddress();
        int result = gpu.allocate(address, size);
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY && trim() > 0) {
            result = gpu.allocate(address, size);
        }
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            long[] memory = gpu.memory();
            throw new MemoryBudgetException("allocate: " + size + " bytes were asked on cuda:" + gpu.ordinal() + ", of "
                    + memory[1] + " there " + memory[0] + " are free and arrays of this process hold " + live
                    + "; close arrays that are no longer needed");
        }
        Calls.check("cuMemAlloc", result);
        return new Block(address.value(), size);
    }

    private static long rounded(long bytes) {
        if (bytes > Long.MAX_VALUE - ALIGNMENT) {
            throw new MemoryBudgetException("allocate: " + bytes + " bytes are more than any device has");
        }
        return Math.max(ALIGNMENT, (bytes + ALIGNMENT - 1) & -ALIGNMENT);
    }
}
