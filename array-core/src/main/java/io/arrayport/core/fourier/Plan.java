package io.arrayport.core.fourier;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * How rows of one length are transformed, on the calling thread. Holds tables, which threads share, and the buffers
 * of one transform that has ended; plans used last are kept while there is memory.
 */
public final class Plan {
    /** The longest row. */
    public static final int LONGEST = 1 << 29;

    private static final int KEPT = 16;
    private static final int LONGEST_KEPT = 1 << 20;
    private static final float LOAD = 0.75f;

    /** Guarded by itself. */
    @SuppressWarnings("serial") // never written anywhere
    private static final Map<Key, SoftReference<Plan>> PLANS = new LinkedHashMap<>(KEPT, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Plan>> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(int n, boolean real) {}

    private final int n;
    private final Transform transform;
    private final @Nullable Halves halves;
    private final AtomicReference<@Nullable SoftReference<Buffers>> spare = new AtomicReference<>();

    private Plan(Key key) {
        n = key.n();
        boolean halved = key.real() && n % 2 == 0;
        transform = Transforms.of(halved ? n / 2 : n);
        halves = halved ? new Halves(n) : null;
    }

    /**
     * The plan for a length.
     *
     * @param n 1 to {@link #LONGEST}
     * @param real whether rows, or what comes out of them, are real numbers
     */
    public static Plan of(int n, boolean real) {
        Key key = new Key(n, real);
        if (n > LONGEST_KEPT) {
            return new Plan(key);
        }
        synchronized (PLANS) {
            SoftReference<Plan> kept = PLANS.get(key);
            Plan plan = kept == null ? null : kept.get();
            if (plan != null) {
                return plan;
            }
        }
        Plan plan = new Plan(key);
        synchronized (PLANS) {
            PLANS.put(key, new SoftReference<>(plan));
        }
        return plan;
    }

    /**
     * About how many bytes of Java's heap a plan and the buffers of one row take.
     *
     * @param n 1 to {@link #LONGEST}
     */
    public static long bytesOf(int n) {
        return Double.BYTES * Transforms.room(n);
    }

    /** Whether real numbers are taken two by two, as the parts of a complex one. */
    public boolean isHalved() {
        return halves != null;
    }

    /** How many rows are transformed together. */
    public int lanes() {
        return n <= Transforms.SHORT ? Transforms.LANES : 1;
    }

    /**
     * Bytes of Java's heap that the buffers of a transform take.
     *
     * @param lanes rows together
     */
    public long bytes(int lanes) {
        return (long) Double.BYTES * lanes * (transform.room() + 4);
    }

    /**
     * Room for rows.
     *
     * @param lanes rows together
     */
    public Buffers buffers(int lanes) {
        int size = (transform.length() + (halves == null ? 0 : 1)) * lanes;
        SoftReference<Buffers> kept = spare.getAndSet(null);
        Buffers found = kept == null ? null : kept.get();
        return found != null && found.re.length == size ? found : new Buffers(size);
    }

    /** Takes back what {@link #buffers} gave, for the next transform: to make it anew takes a fifth of a long one. */
    public void giveBack(Buffers buffers) {
        if (n <= LONGEST_KEPT) {
            spare.set(new SoftReference<>(buffers));
        }
    }

    /**
     * Transforms complex numbers in place, without a factor.
     *
     * @param backward whether by {@code exp(+2 pi i j k / n)}
     */
    public void complex(Buffers b, int lanes, boolean backward) {
        if (backward) {
            b.exchange();
        }
        transform.forward(b, lanes);
        if (backward) {
            b.exchange();
        }
    }

    /** Transforms real numbers, halved or with imaginary parts of 0, to the first {@code n / 2 + 1} complex ones. */
    public void real(Buffers b, int lanes) {
        transform.forward(b, lanes);
        if (halves != null) {
            halves.split(b, lanes);
        }
    }

    /** The way back, without a factor: from as many to real numbers, halved; if not so, from all of them. */
    public void hermitian(Buffers b, int lanes) {
        if (halves != null) {
            halves.join(b, lanes);
        }
        complex(b, lanes, true);
    }
}
