package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CallException;
import io.arrayport.core.error.CallException.Reason;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.ndarray.NdArray;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Functions by NumPy's names, with Python's arguments. */
final class CallTest {
    private static Object call(String name, Object... args) {
        return np.call(name, Arrays.asList(args), Map.of());
    }

    private static NdArray array(String name, Object... args) {
        return (NdArray) call(name, args);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Reason reason, Runnable call) {
        return assertThatThrownBy(call::run).isInstanceOfSatisfying(CallException.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void formsAreChosenByTheArguments() {
        assertThat(array("arange", 4L, np.int8).repr()).isEqualTo("array([0, 1, 2, 3], dtype=int8)");
        assertThat(array("arange", 1L, 4L, 2L, np.int64).repr()).isEqualTo("array([1, 3])");
        assertThat(array("arange", 1L, 2.5, 1L, np.float64).repr()).isEqualTo("array([1., 2.])");
        assertThat(array("full", List.of(2L), 1.5, np.float64).repr()).isEqualTo("array([1.5, 1.5])");
        assertThat(array("full", 2L, 3L, "int16").repr()).isEqualTo("array([3, 3], dtype=int16)");
    }

    @Test
    void parametersAlsoGoByTheirNames() {
        assertThat(((NdArray) np.call("full", List.of(List.of(1L)), Map.of("fill_value", 2L, "dtype", "i2"))).repr())
                .isEqualTo("array([2], dtype=int16)");
        NdArray a = np.zeros(Options.shape(2, 3), np.int8);
        assertThat(((NdArray) np.call("ndarray.transpose", List.of(a), Map.of("axes", List.of(1L, 0L)))).shape())
                .hasToString("(3, 2)");
    }

    @Test
    void methodsOfTheArrayTakeItFirst() {
        NdArray a = np.arange(6, np.int32);
        assertThat(array("ndarray.reshape", a, 2L, 3L).shape()).hasToString("(2, 3)");
        assertThat(array("ndarray.reshape", a, List.of(3L, -1L)).shape()).hasToString("(3, 2)");
        assertThat(call("ndarray.shape", a)).isEqualTo(List.of(6L));
        assertThat(call("ndarray.ndim", a)).isEqualTo(1L);
        assertThat(call("ndarray.dtype", a)).isEqualTo(DType.INT32);
        assertThat(call("ndarray.item", a, 5L)).isEqualTo(5L);
        assertThat(call("ndarray.tolist", np.full(Options.shape(1), 7, np.uint64))).isEqualTo(List.of(7L));
    }

    @Test
    void bracketsIndex() {
        NdArray a = np.arange(6, np.int32).reshape(2, 3);
        assertThat(array("ndarray.__getitem__", a, -1L).repr()).isEqualTo("array([3, 4, 5], dtype=int32)");
        assertThat(array("ndarray.__getitem__", a, List.of(1L, Index.slice(null, 1))).toLong()).isEqualTo(3);
        assertThat(array("ndarray.__getitem__", a, Arrays.asList(null, Index.ellipsis())).shape())
                .hasToString("(1, 2, 3)");
        assertThat(array("ndarray.__getitem__", a, List.of()).storage()).isSameAs(a.storage());
        assertThat(array("ndarray.__getitem__", a, List.of(List.of(1L, 0L, 1L))).shape()).hasToString("(3, 3)");
        assertRefused(Reason.NO_SUCH_FORM, () -> call("ndarray.__getitem__", a, DType.INT8));
    }

    @Test
    void fieldsAreReadByACallWithoutArguments() {
        assertThat(call("float32")).isEqualTo(DType.FLOAT32);
        assertRefused(Reason.NO_SUCH_FORM, () -> call("float32", 1L));
    }

    @Test
    void listsAndNumbersBecomeArrays() {
        assertThat(Nested.array(List.of(List.of(1L, 2L), List.of(3L, true))).repr())
                .isEqualTo("array([[1, 2],\n       [3, 1]])");
        assertThat(Nested.array(List.of(1L, new Complex(0, 2))).repr()).isEqualTo("array([1.+0.j, 0.+2.j])");
        assertThat(Nested.array(true).repr()).isEqualTo("array(True)");
        assertThat(Nested.array(List.of(List.of(), List.of())).repr())
                .isEqualTo("array([], shape=(2, 0), dtype=float64)");
        assertThatThrownBy(() -> Nested.array(List.of(List.of(1L), List.of(1L, 2L))))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Nested.array(List.of(1L, List.of(1L)))).isInstanceOf(ShapeException.class);
    }

    @Test
    void noneIsWhatIsNotGiven() {
        NdArray a = np.zeros(Options.shape(1, 3), np.int8);
        Map<String, Object> none = new HashMap<>();
        none.put("axis", null);
        assertThat(((NdArray) np.call("ndarray.squeeze", List.of(a), none)).shape()).hasToString("(3,)");
        assertThat(array("ndarray.squeeze", a, null).shape()).hasToString("(3,)");
        assertThat(array("arange", 3L, np.int8, null).size()).isEqualTo(3);
    }

    @Test
    void whatIsNotThereIsSaid() {
        NdArray a = np.zeros(Options.shape(2), np.int8);
        assertRefused(Reason.UNKNOWN_NAME, () -> call("frobnicate")).hasMessageContaining("frobnicate");
        assertRefused(Reason.UNKNOWN_NAME, () -> call("linalg.norm"));
        assertRefused(Reason.UNKNOWN_NAME, () -> call("ndarray.frobnicate", a));
        assertRefused(Reason.UNKNOWN_NAME, () -> call("wait"));
        assertRefused(Reason.UNKNOWN_KEYWORD, () -> np.call("zeros", List.of(2L), Map.of("colour", 1L)))
                .hasMessage("call: zeros has no keyword colour; it takes (shape, dtype) or (shape, dtype=, order=)");
        assertRefused(Reason.NO_SUCH_FORM, () -> call("zeros", 2L, 1.5))
                .hasMessage("call: no form of zeros takes (Long, Double); "
                        + "it takes (shape, dtype) or (shape, dtype=, order=)");
        assertRefused(Reason.NO_SUCH_FORM, () -> call("ndarray.reshape", 1L));
        assertRefused(Reason.NO_SUCH_FORM, () -> np.call("zeros", List.of(2L, "i2"), Map.of("dtype", "i2")));
        assertThat(np.has("zeros")).isTrue();
        assertThat(np.has("ndarray.reshape")).isTrue();
        assertThat(np.has("frobnicate")).isFalse();
        assertThat(np.has("add..reduce")).isFalse();
    }

    @Test
    void whatAFunctionThrowsComesOutAsItIs() {
        assertThatThrownBy(() -> call("ndarray.expand_dims", np.zeros(Options.shape(2), np.int8), 5L))
                .isInstanceOf(AxisException.class);
    }

    @Test
    void formsAreWrittenAsInJava() {
        String options = "[out, where, casting, order, dtype]";
        assertThat(np.forms("add")).contains("np.add(Number a, NdArray b, " + options + ")")
                .noneMatch(form -> form.contains("Number/") && form.contains("/Number"));
        assertThat(np.forms("ndarray.reshape")).containsExactlyInAnyOrder("a.reshape(long... shape)",
                "a.reshape(Shape shape)",
                "a.reshape(long[] shape, [order, copy])");
        assertThat(np.forms("nonzero")).containsExactly("np.nonzero(NdArray a) -> List<NdArray>");
        assertThat(np.forms("float64")).containsExactly("np.float64");
        assertThat(np.forms("no_such_thing")).isEmpty();
    }
}
