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

    private final List<Packed> matrices = new ArrayList<>();
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

    private PackedMatrices() {}

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
        PackedMatrices made = new PackedMatrices();
        made.matrices.add(new Packed(lane, matrix, k, n));
        storage.derive(made);
        return null;
    }

    private synchronized @Nullable Storage packed(PanelProduct kernel, Lane lane, Matrix matrix, long k, long n,
            LongConsumer packer) {
        if (dropped) {
            return null;
        }
        Packed found = null;
        for (int i = 0; found == null && i < matrices.size(); i++) {
            found = matrices.get(i).is(lane, matrix, k, n) ? matrices.get(i) : null;
        }
        if (found == null) {
            if (matrices.size() < MOST) {
                matrices.add(new Packed(lane, matrix, k, n));
            }
            return null;
        }
        Storage panels = found.panels;
        if (panels == null) {
            panels = Storage.allocateSpare(ORIGIN, kernel.packedBytes(k, n));
            if (panels == null) {
                return null;
            }
            try {
                packer.accept(panels.address());
                found.panels = panels;
            } finally {
                if (found.panels == null) {
                    panels.close();
                }
            }
        }
        panels.acquire();
        return panels;
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
