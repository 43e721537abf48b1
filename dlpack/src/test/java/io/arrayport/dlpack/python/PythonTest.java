package io.arrayport.dlpack.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Code, values, exceptions and references. */
class PythonTest {
    @Test
    void codeRunsInNamesOfItsOwn() {
        try (Python first = Pythons.with("sys"); Python second = Python.start()) {
            first.exec("a = 6\ndef twice(x):\n    return 2 * x");
            assertThat(first.eval("twice(a) + 1").toLong()).isEqualTo(13);
            assertThatThrownBy(() -> second.eval("a")).isInstanceOf(PythonException.class)
                    .hasMessage("NameError: name 'a' is not defined");
            assertThat(first.version()).startsWith("3.");
            assertThat(first.isHosted()).isFalse();
        }
    }

    @Test
    void whatPythonRaisesHasItsTypeItsMessageAndItsTraceback() {
        try (Python python = Pythons.with("sys")) {
            python.exec("""
                    def inner():
                        raise KeyError("no such")
                    def outer():
                        try:
                            inner()
                        except KeyError as e:
                            raise ValueError("cannot") from e
                    """);
            assertThatThrownBy(() -> python.exec("outer()")).isInstanceOfSatisfying(PythonException.class, e -> {
                assertThat(e.type()).isEqualTo("ValueError");
                assertThat(e).hasMessage("ValueError: cannot");
                assertThat(e.traceback()).contains("raise KeyError(\"no such\")", "in inner", "direct cause",
                        "raise ValueError(\"cannot\") from e").doesNotContain("arrayport");
                assertThat(e.toString()).contains("Traceback (most recent call last)");
                // The caller's own stack, not that of the thread which ran the code.
                assertThat(e.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(PythonTest.class.getName()));
            });
            assertThatThrownBy(() -> python.exec("x = (")).isInstanceOf(PythonException.class)
                    .hasMessageStartingWith("SyntaxError");
            assertThatThrownBy(() -> python.exec("import sys; sys.exit(3)")).isInstanceOf(PythonException.class)
                    .hasMessage("SystemExit: 3");
            assertThatThrownBy(() -> python.exec("""
                    class Mute(Exception):
                        def __str__(self):
                            raise Mute()
                    raise Mute()""")).isInstanceOf(PythonException.class).hasMessageContaining("Mute");
            assertThatThrownBy(() -> python.module("no_such_module")).isInstanceOf(PythonException.class)
                    .hasMessageStartingWith("ModuleNotFoundError");
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(Arguments.of(null, "None"), Arguments.of(true, "True"), Arguments.of(7L, "7"),
                Arguments.of(-7, "-7"), Arguments.of((short) 3, "3"), Arguments.of((byte) -1, "-1"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"), Arguments.of(0.1, "0.1"),
                Arguments.of(0.5f, "0.5"),
                Arguments.of("gr\u00fc\u00df\u0000 \ud83d\ude00", "'gr\u00fc\u00df\\x00 \ud83d\ude00'"),
                Arguments.of("", "''"), Arguments.of('c', "'c'"),
                Arguments.of(Arrays.asList(1, null, List.of("a")), "[1, None, ['a']]"),
                Arguments.of(Map.of("k", List.of(1.5)), "{'k': [1.5]}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesArriveAsPythonsOwn(@Nullable Object value, String repr) {
        try (Python python = Pythons.with("sys")) {
            assertThat(python.of(value)).hasToString(repr);
            python.set("v", value);
            assertThat(python.eval("repr(v)").text()).isEqualTo(repr);
        }
    }

    @Test
    void whatPythonHasNothingLikeIsRefusedAndNothingIsLeft() {
        try (Python python = Pythons.with("sys")) {
            long live = Python.liveObjects();
            assertThatThrownBy(() -> python.of(List.of(1, "a", new StringBuilder("b"), new Object())))
                    .isInstanceOf(DTypeException.class).hasMessageContaining("java.lang.Object is nothing in Python");
            assertThat(Python.liveObjects()).isEqualTo(live);
        }
    }

    @Test
    void objectsAreUsedByTheirAttributesItemsAndCalls() {
        try (Python python = Pythons.with("math")) {
            PyObject math = python.module("math");
            assertThat(math.attr("pi").toDouble()).isEqualTo(Math.PI);
            assertThat(math.invoke("hypot", 3, 4).toDouble()).isEqualTo(5);
            PyObject list = python.of(List.of(3, 1, 2));
            list.set(0, 9);
            assertThat(list.get(0).toLong()).isEqualTo(9);
            assertThat(list.size()).isEqualTo(3);
            assertThat(list.toBoolean()).isTrue();
            assertThat(python.eval("sorted").call(List.of(list), Map.of("reverse", true))).hasToString("[9, 2, 1]");
            assertThat(python.eval("None").isNone()).isTrue();
            assertThat(python.eval("[]").toBoolean()).isFalse();
            assertThat(python.eval("str(12)").text()).isEqualTo("12");
            assertThatThrownBy(() -> python.of("x").toLong()).isInstanceOf(PythonException.class)
                    .hasMessageStartingWith("TypeError");
            assertThatThrownBy(() -> python.eval("2**70").toLong()).isInstanceOf(PythonException.class)
                    .hasMessageStartingWith("OverflowError");
            assertThat(python.eval("-1").toLong()).isEqualTo(-1);
            assertThat(python.eval("-1.0").toDouble()).isEqualTo(-1);
        }
    }

    @Test
    void referencesAreGivenBackByWhoeverClosesFirst() {
        long live = Python.liveObjects();
        PyObject left;
        try (Python python = Pythons.with("sys")) {
            PyObject object = python.eval("object()");
            assertThat(object.references()).isEqualTo(1);
            for (int i = 0; i < 100; i++) {
                object.attr("__class__").close();
                python.of(object).close();
                assertThatThrownBy(() -> object.attr("missing")).isInstanceOf(PythonException.class);
                object.text();
            }
            assertThat(object.references()).isEqualTo(1);
            try (PyObject second = python.of(object)) {
                assertThat(second.address()).isEqualTo(object.address());
                assertThat(object.references()).isEqualTo(2);
            }
            object.close();
            object.close();
            assertThat(object.isClosed()).isTrue();
            assertThatThrownBy(object::text).isInstanceOf(ClosedException.class);
            assertThat(object).hasToString("PyObject(closed)");
            left = python.eval("object()");
        }
        assertThat(left.isClosed()).isTrue();
        assertThat(Python.liveObjects()).isEqualTo(live);
    }

    @Test
    void aClosedPythonRunsNothingAndAnotherOneDoes() {
        Python python = Pythons.with("sys");
        python.exec("class Seen:\n    pass\nseen = Seen()");
        python.close();
        python.close();
        assertThatThrownBy(() -> python.eval("1")).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> python.module("sys")).isInstanceOf(ClosedException.class);
        try (Python next = Python.start()) {
            assertThat(next.eval("1").toLong()).isEqualTo(1);
        }
    }

    @Test
    void whatPythonKeepsByThreadIsFoundAgain() {
        try (Python python = Pythons.with("threading")) {
            python.exec("import threading\nkept = threading.local()\nkept.value = 5");
            assertThat(python.eval("kept.value").toLong()).isEqualTo(5);
        }
    }

    @Test
    void halfASurrogatePairDoesNotBecomeAQuestionMark() {
        try (Python python = Python.start()) {
            python.exec("def same(x):\n    return x");
            assertThat(python.eval("same").call("a\0\uD83D\uDE00").text()).isEqualTo("a\0\uD83D\uDE00");
            for (Object half : new Object[]{"x\uD800", "\uDC00", '\uD800'}) {
                assertThatThrownBy(() -> python.eval("same").call(half)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("half a surrogate pair");
            }
        }
    }
}
