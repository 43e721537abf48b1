package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.copy;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Arrays of neighbours: whose bytes they are, and when they are given back. */
final class InterchangeTest {
    /** A neighbour that counts how often its bytes are given back. */
    private static final class Neighbour implements Source {
        private final NdArray own = np.arange(6.0).reshape(2, 3);
        private int returned;

        @Override
        public String name() {
            return "a neighbour";
        }

        @Override
        public NdArray open() {
            return NdArray.of(Storage.foreign("neighbour", own.address(), own.nbytes(), Device.CPU, Access.IMMUTABLE,
                    () -> returned++), DType.FLOAT64, own.T().layout());
        }
    }

    @Test
    void whatANeighbourHasIsSharedUnlessACopyIsAskedFor() {
        Neighbour neighbour = new Neighbour();
        Ledger.Counts before = Settled.counts();
        try (NdArray shared = np.fromDlpack(neighbour)) {
            assertThat(shared.address()).isEqualTo(neighbour.own.address());
            assertThat(shared.isWriteable()).isFalse();
        }
        assertThat(neighbour.returned).isEqualTo(1);
        np.fromDlpack(neighbour, copy(false)).close();
        assertThat(neighbour.returned).isEqualTo(2);
        try (NdArray copied = np.fromDlpack(neighbour, copy(true))) {
            assertThat(neighbour.returned).as("given back with the call").isEqualTo(3);
            copied.setDouble(7, 0, 1);
            assertThat(neighbour.own.getDouble(1, 0)).isEqualTo(3);
            assertThat(copied.shape()).isEqualTo(shape(3, 2));
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void anArrayIsItsOwnNeighbour() {
        NdArray a = np.arange(6).reshape(2, 3).T();
        np.fromDlpack(a).setLong(9, 0, 0);
        assertThat(a.getLong(0, 0)).isEqualTo(9);
        NdArray copied = np.fromDlpack(a, copy(true));
        copied.setLong(5, 0, 0);
        assertThat(a.getLong(0, 0)).isEqualTo(9);
        assertThat(copied.strides()).as("axes lie in the same order").containsExactly(8, 24);
        NdArray foreign = a.astype(np.dtype(">i4"));
        assertThatThrownBy(() -> np.fromDlpack(foreign)).isInstanceOf(ZeroCopyException.class)
                .hasMessageStartingWith("fromDlpack: elements are >i");
    }
}
