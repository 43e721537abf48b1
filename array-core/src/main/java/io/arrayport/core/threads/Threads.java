package io.arrayport.core.threads;

import java.lang.System.Logger.Level;

import io.arrayport.core.error.ArrayportException;
import org.jspecify.annotations.Nullable;

/**
 * How many threads compute one operation, the calling one among them. The number is the process's; a thread may allow
 * itself fewer. It changes how long an operation takes, never what comes out.
 */
public final class Threads {
    /** Names the number that a process starts with; without it there is one for each processor. */
    public static final String PROPERTY = "io.arrayport.threads";

    /** More are refused: each is a thread that stays. */
    public static final int MOST = 1024;

    private static final ThreadLocal<@Nullable Own> OWN = new ThreadLocal<>();

    private static volatile int count = configured(System.getProperty(PROPERTY));

    /** What one thread allows itself. */
    private static final class Own {
        private int limit = MOST;
    }

    private Threads() {}

    /** Returns how many threads the process allows for an operation. */
    public static int count() {
        return count;
    }

    /**
     * Changes how many threads the process allows, from the next operation on; returns how many it allowed.
     *
     * @throws ArrayportException if {@code n} is less than 1 or more than {@link #MOST}
     */
    public static int setCount(int n) {
        require("threads", n);
        int before = count;
        count = n;
        return before;
    }

    /** Returns how many threads an operation of the calling thread may use. */
    public static int allowed() {
        int most = count;
        return most == 1 ? 1 : Math.min(most, own().limit);
    }

    /**
     * Lets operations of the calling thread use at most {@code n} threads; returns what was before, to be put back.
     *
     * @throws ArrayportException if {@code n} is less than 1 or more than {@link #MOST}
     */
    public static int setLimit(int n) {
        require("threadLimit", n);
        Own own = own();
        int before = own.limit;
        own.limit = n;
        return before;
    }

    private static Own own() {
        Own own = OWN.get();
        if (own == null) {
            own = new Own();
            OWN.set(own);
        }
        return own;
    }

    private static void require(String operation, int n) {
        if (n < 1 || n > MOST) {
            throw new ArrayportException(operation + ": " + n + " threads, from 1 to " + MOST + " are possible");
        }
    }

    /** What cannot be used is said, and does not keep the process from starting. */
    static int configured(@Nullable String text) {
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), MOST);
        if (text == null || text.isBlank()) {
            return processors;
        }
        try {
            int n = Integer.parseInt(text.strip());
            require(PROPERTY, n);
            return n;
        } catch (NumberFormatException | ArrayportException wrong) {
            System.getLogger(Threads.class.getName()).log(Level.WARNING,
                    "-D{0}={1} is no number from 1 to {2}; operations use {3} threads, one for each processor",
                    PROPERTY, text, Integer.toString(MOST), Integer.toString(processors));
            return processors;
        }
    }
}
