package io.arrayport.core.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.PanelProduct;
import io.arrayport.core.kernel.ProductKernel.Matrix;
import io.arrayport.core.memory.Derived;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * The matrices in one storage that were multiplied by, packed from their second product on. They are the storage's: it
 * drops them before anybody may write to its bytes, and they begin anew.
 */
final class PackedMatrices implements Derived {
    private static final String ORIGIN = "packed matrix";
    /** Matrices of one storage that are remembered; of more, the first ones stay. */
    private static final int MOST = 256;
    /** Panels of all matrices together take at most so many times the storage's bytes: views overlap. */
    private static final long MOST_COPIES = 4;

    private final List<Packed> matrices = new ArrayList<>();
    /** Bytes of the storage. */
    private final long whole;
    private long spent;
    private boolean dropped;

    /** One of them; its storage is null until its second product. */
    private static final class Packed {
        private final Lane lane;
        private final Matrix matrix;
        private final long k;
        private final long n;
        private @Nullable Storage panels;

        Packed(Lane lane, Matrix matrix, long k, long n) {
            this.lane = lane;
            this.matrix = matrix;
            this.k = k;
            this.n = n;
        }

        boolean is(Lane otherLane, Matrix other, long otherK, long otherN) {
            return lane == otherLane && k == otherK && n == otherN && matrix.equals(other);
        }
    }

    private PackedMatrices(long whole) {
        this.whole = whole;
    }

    /**
     * The panels of a matrix that was a right operand before, held: who asked releases them. Null if this
     * is its first product, it may not be kept, or there is no memory to spare.
     *
     * @param lane of its elements
     * @param b what holds the matrix, under the caller's lease for reading
     * @param packer writes the panels to an address
     */
    static @Nullable Storage panels(PanelProduct kernel, Lane lane, Operand b, Matrix matrix, long k, long n,
            LongConsumer packer) {
        Storage storage = b.storage();
        if (storage.derived() instanceof PackedMatrices known) {
            return known.packed(kernel, lane, matrix, k, n, packer);
        }
        PackedMatrices made = new PackedMatrices(storage.byteSize());
        made.matrices.add(new Packed(lane, matrix, k, n));
        storage.derive(made);
        return null;
    }

    /** Memory is asked for, and filled, by nobody who keeps others out: asking may have all that is derived dropped. */
    private @Nullable Storage packed(PanelProduct kernel, Lane lane, Matrix matrix, long k, long n,
            LongConsumer packer) {
        long bytes = kernel.packedBytes(k, n);
        Packed found = find(lane, matrix, k, n, bytes);
        if (found == null) {
            return null;
        }
        Storage known = held(found);
        Storage panels = known == null ? Storage.allocateSpare(ORIGIN, bytes) : known;
        if (known != null || panels == null) {
            return panels;
        }
        boolean packed = false;
        try {
            packer.accept(panels.address());
            panels.acquire();
            packed = true;
        } finally {
            if (!packed) {
                panels.close();
            }
        }
        if (!keep(found, panels)) {
            // Who asked still holds them
            panels.close();
        }
        return panels;
    }

    /** The matrix, if it is no new one and its panels are there or may be made. */
    private synchronized @Nullable Packed find(Lane lane, Matrix matrix, long k, long n, long bytes) {
        for (Packed each : matrices) {
            if (each.is(lane, matrix, k, n)) {
                return each.panels != null || spent + bytes <= MOST_COPIES * whole ? each : null;
            }
        }
        if (!dropped && matrices.size() < MOST) {
            matrices.add(new Packed(lane, matrix, k, n));
        }
        return null;
    }

    private synchronized @Nullable Storage held(Packed found) {
        Storage panels = found.panels;
        if (panels == null || dropped) {
            return null;
        }
        panels.acquire();
        return panels;
    }

    private synchronized boolean keep(Packed found, Storage panels) {
        if (dropped || found.panels != null) {
            return false;
        }
        found.panels = panels;
        spent += panels.byteSize();
        return true;
    }

    @Override
    public synchronized void drop() {
        dropped = true;
        for (Packed each : matrices) {
            if (each.panels != null) {
                each.panels.close();
            }
        }
        matrices.clear();
    }
}
