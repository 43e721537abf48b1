package io.arrayport.torch;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** NDLists in and out: order, names, addresses, all or none. */
class TensorListTest {
    private final long exports = Settled.counts().exports();
    private final NDManager manager = TorchSide.manager();
    private final TorchTarget target = Torch.torch(manager);
    private final NdArray floats = np.arange(4, np.float32);
    private final NdArray ints = np.arange(6, np.int64).reshape(2, 3);

    @AfterEach
    void close() {
        manager.close();
        assertThat(Ledger.counts().exports()).isEqualTo(exports);
    }

    @Test
    void namesAndOrderAreKeptBothWays() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("time", floats);
        arrays.put("distance", ints);
        NDList tensors = target.acceptAll(arrays);
        assertThat(tensors).extracting(NDArray::getName).containsExactly("time", "distance");
        assertThat(TorchSide.dataPtr(tensors.get("distance"))).isEqualTo(ints.address());
        try (TensorList back = Torch.open(tensors)) {
            assertThat(back.size()).isEqualTo(2);
            assertThat(back.name(1)).isEqualTo("distance");
            assertThat(back.get("time").address()).isEqualTo(floats.address());
            assertThat(back.get(1).shape().toArray()).containsExactly(2, 3);
            assertThat(back.arrays()).containsExactly(back.get(0), back.get(1));
            assertThatThrownBy(() -> back.get("speed")).isInstanceOf(NoSuchElementException.class)
                    .hasMessage("torch: no tensor is named speed, there are [time, distance]");
            assertThatThrownBy(() -> back.get(2)).isInstanceOf(IndexException.class)
                    .hasMessageContainingAll("get: torch NDList", "below 2, found 2", "[time, distance]");
            assertThatThrownBy(() -> back.name(-1)).isInstanceOf(IndexException.class)
                    .hasMessageContaining("found -1");
        }
    }

    @Test
    void withoutNamesThereAreNone() {
        NDList tensors = target.acceptAll(List.of(floats, ints));
        try (TensorList back = Torch.open(tensors)) {
            assertThat(back.name(0)).isNull();
            assertThat(Elements.values(back.get(0))).containsExactly(0, 1, 2, 3);
        }
        assertThat(target.acceptAll(List.of())).isEmpty();
        assertThat(Torch.open(new NDList()).size()).isZero();
    }

    @Test
    void ofAListWithOneThatCannotBeSharedNothingIsLeft() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("time", floats);
        arrays.put("backwards", ints.get("::-1"));
        assertThatThrownBy(() -> target.acceptAll(arrays)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContainingAll("array 1 (backwards) of 2: ", "stride -24 of axis 0 is negative");
        assertThat(floats.storage().exports()).isZero();

        NDArray open = manager.arange(3f);
        long imports = Settled.counts().imports();
        assertThatThrownBy(() -> Torch.open(new NDList(open, manager.create(new String[]{"a"}))))
                .isInstanceOf(ZeroCopyException.class);
        NDArray gone = manager.arange(3f);
        gone.close();
        assertThatThrownBy(() -> Torch.open(new NDList(open, gone))).isInstanceOf(ClosedException.class);
        assertThat(Ledger.counts().imports()).isEqualTo(imports);
    }

    @Test
    void aClosedArrayInAListTakesTheOthersBack() {
        NdArray gone = np.arange(3, np.float32);
        gone.close();
        assertThatThrownBy(() -> target.acceptAll(List.of(floats, gone))).isInstanceOf(ClosedException.class);
        assertThat(floats.storage().exports()).isZero();
    }

    @Test
    void arraysOfAListLiveOnTheirOwn() {
        NdArray first;
        try (NDManager own = manager.newSubManager()) {
            TensorList list = Torch.open(new NDList(own.arange(3f), own.arange(4f)));
            first = list.get(0);
            list.get(1).close();
            own.close();
            assertThat(Elements.values(first)).containsExactly(0, 1, 2);
            list.close();
        }
        assertThatThrownBy(() -> first.getDouble(0)).isInstanceOf(ClosedException.class);
    }
}
