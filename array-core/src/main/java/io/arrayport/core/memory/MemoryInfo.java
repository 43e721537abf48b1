package io.arrayport.core.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What memory off the heap is used for, at about one moment.
 *
 * @param made arrays made here that are not freed yet, with all that their blocks have taken from the system
 * @param pooled bytes of freed blocks that wait to be used again; they go back to the system after some seconds, when
 *        an allocation needs room, or by {@code np.memoryTrim()}
 * @param peak the most bytes that arrays made here had at once, small ones that were kept (2 MB at most) among them
 * @param budget how many bytes made and pooled may be together ({@code -Dio.arrayport.memory.budget})
 * @param imports foreign memory whose owner has not got it back, by what it came from; counts in no budget
 * @param exports memory, made here or imported, that neighbours hold
 */
public record MemoryInfo(Part made, long pooled, long peak, long budget, Map<String, Part> imports, Part exports) {
    private static final long UNIT = 1024;
    private static final String PREFIXES = "KMGTPE";

    /**
     * Some storages.
     *
     * @param count how many; of exports, how many leases
     * @param bytes all of them together
     */
    public record Part(long count, long bytes) {
        static final Part NONE = new Part(0, 0);

        private Part plus(long more, long moreBytes) {
            return new Part(count + more, bytes + moreBytes);
        }

        @Override
        public String toString() {
            return count + " (" + text(bytes) + ")";
        }
    }

    public MemoryInfo {
        imports = Collections.unmodifiableMap(new TreeMap<>(imports));
    }

    /** As it is now. */
    public static MemoryInfo now() {
        Map<String, Part> imports = new TreeMap<>();
        Part exports = Part.NONE;
        long made = 0;
        for (Block block : Home.blocks()) {
            if (block.kind == Block.Kind.NATIVE) {
                made++;
            } else {
                imports.merge(block.origin, new Part(1, block.byteSize), (a, b) -> a.plus(b.count, b.bytes));
            }
            int leases = block.exports();
            if (leases > 0) {
                exports = exports.plus(leases, block.byteSize);
            }
        }
        return new MemoryInfo(new Part(made, Budget.live()), Budget.pooled() + Home.waiting(), Budget.peak(),
                Budget.limit(), imports,
                exports);
    }

    /** Gives to the system what waits to be used again; returns how many bytes. Arrays in use are not touched. */
    public static long trim() {
        Reaper.drain();
        return Allocator.current().trim();
    }

    /** Lets {@link #peak} begin anew at what is used now. */
    public static void resetPeak() {
        Budget.resetPeak();
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add("made " + made);
        imports.forEach((origin, part) -> parts.add("from " + origin + " " + part));
        parts.add("exported " + exports);
        parts.add("pooled " + text(pooled));
        parts.add("peak " + text(peak));
        parts.add("budget " + text(budget));
        return "memory: " + String.join(", ", parts);
    }

    /** With a unit, where that makes it shorter. */
    private static String text(long bytes) {
        int prefix = bytes < UNIT ? -1 : (Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes)) / 10 - 1;
        return prefix < 0 ? bytes + " bytes"
                : String.format(Locale.ROOT, "%.1f %siB", (double) bytes / (1L << 10 * (prefix + 1)),
                        PREFIXES.charAt(prefix));
    }
}
