package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.base;
import static io.arrayport.core.Options.copy;
import static io.arrayport.core.Options.endpoint;
import static io.arrayport.core.Options.indexing;
import static io.arrayport.core.Options.num;
import static io.arrayport.core.Options.points;
import static io.arrayport.core.Options.retstep;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.slice;
import static io.arrayport.core.Options.span;
import static io.arrayport.core.Options.sparse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.MeshgridOption.Indexing;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Numbers between ends and over grids: what golden cases do not say of views, leftovers and Java's own forms. */
final class GridsTest {

    @Test
    void numbersBetweenEndsAreWeak() {
        NdArray single = np.array(0f, 10f);
        assertThat(np.linspace(single, 1, num(3)).dtype()).isEqualTo(np.float32);
        assertThat(np.linspace(1.5, single, num(3)).dtype()).isEqualTo(np.float32);
        assertThat(np.linspace(0, 1, num(5)).tolist()).isEqualTo(List.of(0.0, 0.25, 0.5, 0.75, 1.0));
        assertThat(np.linspace(single, 1, num(3), axis(-1)).shape()).isEqualTo(shape(2, 3));
        ArrayPair both = np.linspace(0, 1, retstep(), num(4), endpoint(false));
        assertThat(both.second().toDouble()).isEqualTo(0.25);
        assertThat(np.linspace(0, 1, retstep(), num(1)).second().toDouble()).isNaN();
        assertThat(np.logspace(0, 3, num(4), base(2)).tolist()).isEqualTo(List.of(1.0, 2.0, 4.0, 8.0));
    }

    @Test
    void onlyNumbersBetweenEndsAreLeft() {
        NdArray start = np.array(1.0, 2.0);
        Ledger.Counts before = Settled.counts();
        np.linspace(start, 8, num(4), axis(1)).close();
        np.linspace(0, 8, retstep()).close();
        np.logspace(start, start, base(start)).close();
        np.geomspace(start, start, num(3)).close();
        assertThatThrownBy(() -> np.linspace(0, 1, num(-1))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> np.linspace(0, 1, axis(1))).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> np.geomspace(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void gridsAreCopiesUnlessViewsAreAskedFor() {
        NdArray x = np.arange(3);
        NdArray y = np.arange(2);
        NdArray copied = np.meshgrid(x, y).getFirst();
        NdArray seen = np.meshgrid(x, y, copy(false), indexing(Indexing.IJ)).getFirst();
        x.setLong(9, 1);
        assertThat(copied.tolist()).isEqualTo(List.of(List.of(0L, 1L, 2L), List.of(0L, 1L, 2L)));
        assertThat(seen.tolist()).isEqualTo(List.of(List.of(0L, 0L), List.of(9L, 9L), List.of(2L, 2L)));
        assertThatThrownBy(() -> seen.setLong(1, 0, 0)).isInstanceOf(ReadOnlyException.class);
        NdArray many = np.array(1.0).broadcastTo(1L << 29);
        assertThat(np.meshgrid(many, many, copy(false)).getLast().shape()).isEqualTo(shape(1L << 29, 1L << 29));
    }

    @Test
    void positionsGoToAFunctionAndEndWithIt() {
        List<NdArray> seen = new ArrayList<>();
        NdArray sums = np.fromfunction(at -> {
            seen.addAll(at);
            return at.get(0).add(at.get(1));
        }, shape(2, 2), np.int32);
        assertThat(sums.tolist()).isEqualTo(List.of(List.of(0L, 1L), List.of(1L, 2L)));
        assertThat(seen).allMatch(array -> array.storage().isClosed());
        assertThat(np.fromfunction(at -> at.get(1), shape(1, 2)).tolist()).isEqualTo(List.of(List.of(0.0, 1.0)));
        assertThat(np.indices(shape(2, 3), sparse()).get(1).shape()).isEqualTo(shape(1, 3));
    }

    @Test
    void spansAreValues() {
        assertThat(np.mgrid.get(span(0, 1, 0.25)).tolist()).isEqualTo(List.of(0.0, 0.25, 0.5, 0.75));
        assertThat(np.mgrid.get(points(-1, 1, 3), span(0, 2)).shape()).isEqualTo(shape(2, 3, 2));
        assertThat(np.ogrid.get(span(0, 2), span(5, 2, -1)).get(1).tolist()).isEqualTo(List.of(List.of(5L, 4L, 3L)));
        assertThat(np.mgrid.get(points(3, 9, 1)).tolist()).isEqualTo(List.of(3.0));
        assertThatThrownBy(() -> np.mgrid.get(points(0, 1, -2))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.mgrid.get(span(0, 1, 0), span(0, 1))).isInstanceOf(ShapeException.class);
    }

    @Test
    void rowsAreJoinedOfWhatHasNumbers() {
        NdArray a = np.array(1f, 2f);
        Ledger.Counts before = Settled.counts();
        NdArray row = np.r_.get(a, 3, List.of(4L, 5L), slice(6, 8), points(0, 1, 2));
        assertThat(row.tolist()).isEqualTo(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 0.0, 1.0));
        row.close();
        NdArray columns = np.c_.get(a, a);
        assertThat(columns.tolist()).isEqualTo(List.of(List.of(1.0, 1.0), List.of(2.0, 2.0)));
        columns.close();
        NdArray weak = np.r_.get(a, 0.5);
        assertThat(weak.dtype()).isEqualTo(np.float32);
        weak.close();
        assertThatThrownBy(() -> np.r_.get("r", a)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.r_.get(a, "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.r_.get(a, slice(1, null))).isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> np.r_.get(a, a.reshape(1, 2))).isInstanceOf(ShapeException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void indicesAreKeptAndUsedAgain() {
        Index[] inner = np.indexExp.get("1:-1, 1:-1");
        assertThat(np.zeros(shape(4, 5)).get(inner).shape()).isEqualTo(shape(2, 3));
        assertThat(np.s_.get(slice(0, 2))).isEqualTo(slice(0, 2));
    }
}
