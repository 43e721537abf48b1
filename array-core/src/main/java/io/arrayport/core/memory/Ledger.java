package io.arrayport.core.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Counts what is out: native blocks, imports, exports. The system property {@value #PROPERTY} makes it remember where
 * each came from, for leak reports.
 */
public final class Ledger {
    static final String PROPERTY = "io.arrayport.memory.trace";
    static final boolean TRACE = Boolean.getBoolean(PROPERTY);

    private static final LongAdder IMPORTS = new LongAdder();
    private static final Set<Lease> TRACED = Collections.synchronizedSet(
            Collections.newSetFromMap(new IdentityHashMap<>()));

    private Ledger() {}

    /**
     * What is out at one moment.
     *
     * @param nativeBlocks blocks we allocated and have not freed
     * @param nativeBytes bytes they hold, padding included
     * @param imports foreign memory whose owner has not got it back
     * @param exports leases neighbours have not given back
     */
    public record Counts(long nativeBlocks, long nativeBytes, long imports, long exports) {}

    /** What is out now. */
    public static Counts counts() {
        long natives = 0;
        long exports = 0;
        for (Block block : Home.blocks()) {
            natives += block.kind == Block.Kind.NATIVE ? 1 : 0;
            exports += block.exports();
        }
        return new Counts(natives, Budget.live(), IMPORTS.sum(), exports);
    }

    /** Has the collector's findings released now; call after {@code System.gc()}. Says whether there were any. */
    public static boolean drain() {
        return Reaper.drain();
    }

    /** One line for each live block and export, with its origin and, where traced, the stack it came from. */
    public static List<String> report() {
        List<String> lines = new ArrayList<>();
        for (Block block : Home.blocks()) {
            lines.add(block.kind + " " + block.byteSize + " bytes, " + block.origin
                    + (block.isClosed() ? ", closed, held by an export" : "") + where(block.trace));
        }
        synchronized (TRACED) {
            TRACED.forEach(lease -> lines.add("EXPORT " + lease + where(lease.trace)));
        }
        return lines;
    }

    /** What the checked allocator found since the last call; empty with the native one. */
    public static List<String> takeFaults() {
        return Allocator.current() instanceof Budgeted(CheckedAllocator checked) ? checked.takeFaults() : List.of();
    }

    private static String where(@Nullable Throwable trace) {
        if (trace == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        Predicate<StackTraceElement> ours = frame -> !frame.getClassName().startsWith("io.arrayport.core.memory.");
        java.util.Arrays.stream(trace.getStackTrace()).filter(ours).limit(6)
                .forEach(frame -> text.append("\n    at ").append(frame));
        return text.toString();
    }

    static void imported() {
        IMPORTS.increment();
    }

    static void givenBack() {
        IMPORTS.decrement();
    }

    static void exported(Lease lease) {
        if (TRACE) {
            TRACED.add(lease);
        }
    }

    static void returned(Lease lease) {
        if (TRACE) {
            TRACED.remove(lease);
        }
    }
}
