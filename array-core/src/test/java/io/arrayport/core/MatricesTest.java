package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.M;
import static io.arrayport.core.Options.axis1;
import static io.arrayport.core.Options.axis2;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.index;
import static io.arrayport.core.Options.k;
import static io.arrayport.core.Options.m;
import static io.arrayport.core.Options.offset;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Matrices of diagonals and triangles: what golden cases do not say of views, of what is left behind, of sizes. */
final class MatricesTest {

    @Test
    void diagonalsOfAMatrixAreReadOnlyViews() {
        NdArray a = np.arange(12).reshape(3, 4);
        NdArray diagonal = np.diag(a, 1);
        a.setLong(-5, 0, 1);
        assertThat(diagonal.tolist()).isEqualTo(List.of(-5L, 6L, 11L));
        assertThat(diagonal.storage()).isSameAs(a.storage());
        assertThatThrownBy(() -> diagonal.setLong(1, 0)).isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> a.diagonal().fill(0)).isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void diagonalsOfFarStretchedArraysTakeNoMemory() {
        NdArray one = np.array(3.0);
        NdArray wide = one.broadcastTo(1L << 29, 1L << 29);
        Ledger.Counts before = Settled.counts();
        assertThat(wide.diagonal().size()).isEqualTo(1L << 29);
        assertThat(wide.diagonal(offset(-5)).size()).isEqualTo((1L << 29) - 5);
        assertThat(wide.diagonal(offset(Long.MIN_VALUE)).size()).isZero();
        assertThat(wide.diagonal(offset(Long.MAX_VALUE)).size()).isZero();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void axesOfADiagonalAreTwo() {
        NdArray a = np.arange(24).reshape(2, 3, 4);
        assertThat(a.diagonal(axis1(2), axis2(0)).shape()).isEqualTo(shape(3, 2));
        assertThatThrownBy(() -> a.diagonal(axis1(1), axis2(-2))).isInstanceOf(AxisException.class)
                .hasMessageContaining("both 1");
        assertThatThrownBy(() -> a.diagonal(axis1(3))).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> np.arange(3).diagonal()).isInstanceOf(ShapeException.class)
                .hasMessageContaining("(3,)");
        assertThatThrownBy(() -> a.diagonal(offset(1), offset(2))).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("offset");
    }

    @Test
    void trianglesAreNewAlsoWhereNothingIsCutOff() {
        NdArray a = np.ones(shape(2, 2));
        NdArray lower = np.tril(a, 7);
        a.fill(5);
        assertThat(lower.tolist()).isEqualTo(List.of(List.of(1.0, 1.0), List.of(1.0, 1.0)));
        assertThat(np.triu(a, Long.MIN_VALUE).tolist()).isEqualTo(a.tolist());
        assertThat(np.tril(a, Long.MIN_VALUE).tolist()).isEqualTo(np.zeros(shape(2, 2)).tolist());
        assertThat(np.triu(a, Long.MAX_VALUE).tolist()).isEqualTo(np.zeros(shape(2, 2)).tolist());
    }

    @Test
    void extremeDiagonalsMakeNoOverflow() {
        assertThat(np.eye(2, k(Long.MIN_VALUE)).sum().toDouble()).isZero();
        assertThat(np.eye(2, k(Long.MAX_VALUE)).sum().toDouble()).isZero();
        assertThat(np.tri(2, M(3), k(Long.MAX_VALUE)).sum().toDouble()).isEqualTo(6);
        assertThat(np.trilIndices(2, m(3), k(Long.MAX_VALUE)).getFirst().size()).isEqualTo(6);
        assertThat(np.triuIndices(2, m(3), k(Long.MAX_VALUE)).getFirst().size()).isZero();
        assertThatThrownBy(() -> np.diag(np.ones(shape(2)), Long.MIN_VALUE)).isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("diag: diagonal -9223372036854775808");
        assertThatThrownBy(() -> np.eye(-1)).isInstanceOf(ShapeException.class);
    }

    @Test
    void onlyTheResultIsLeft() {
        NdArray a = np.arange(6).reshape(2, 3).T();
        NdArray row = np.arange(3);
        Ledger.Counts before = Settled.counts();
        np.tri(3, dtype(np.int8)).close();
        np.tril(a).close();
        np.triu(a, -1).close();
        np.diagflat(a).close();
        np.vander(row).close();
        np.trace(a).close();
        np.fillDiagonal(a, 7);
        np.fillDiagonal(a, a.diagonal());
        np.trilIndices(4).forEach(NdArray::close);
        np.maskIndices(3, np::triu).forEach(NdArray::close);
        np.diagIndices(3).forEach(NdArray::close);
        assertThatThrownBy(() -> np.vander(a)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.vander(row, Options.N(-1))).isInstanceOf(ShapeException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void aDiagonalIsFilledInPlace() {
        NdArray tall = np.zeros(shape(7, 2), np.int64);
        np.fillDiagonal(tall, np.array(1L, 2L, 3L), true);
        assertThat(tall.get("[0, 1, 3, 4, 6], [0, 1, 0, 1, 0]").tolist()).isEqualTo(List.of(1L, 2L, 3L, 1L, 2L));
        assertThat(tall.sum().toLong()).isEqualTo(9);
        NdArray part = np.zeros(shape(4, 4));
        np.fillDiagonal(part.get("::-1, ::2"), 3);
        assertThat(part.get(index(3)).tolist()).isEqualTo(List.of(3.0, 0.0, 0.0, 0.0));
        assertThat(part.get(index(2)).tolist()).isEqualTo(List.of(0.0, 0.0, 3.0, 0.0));
        NdArray own = np.arange(9).reshape(3, 3);
        np.fillDiagonal(own, own.get("0, ::-1"));
        assertThat(own.diagonal().tolist()).isEqualTo(List.of(2L, 1L, 0L));
        assertThatThrownBy(() -> np.fillDiagonal(own.asReadOnly(), 1)).isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> np.fillDiagonal(own, np.zeros(shape(0)))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.fillDiagonal(np.zeros(shape(2, 2, 3)), 1)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("(2, 2, 3)");
    }

    @Test
    void positionsSelectWhatTheyAreOf() {
        NdArray a = np.arange(12).reshape(3, 4);
        List<NdArray> lower = np.trilIndicesFrom(a, -1);
        assertThat(a.get(lower.get(0), lower.get(1)).tolist()).isEqualTo(List.of(4L, 8L, 9L));
        List<NdArray> upper = np.triuIndices(3, m(4), k(2));
        assertThat(a.get(upper.get(0), upper.get(1)).tolist()).isEqualTo(List.of(2L, 3L, 7L));
        List<NdArray> masked = np.maskIndices(3, np::tril, -1);
        assertThat(masked.get(1).tolist()).isEqualTo(List.of(0L, 0L, 1L));
    }
}
