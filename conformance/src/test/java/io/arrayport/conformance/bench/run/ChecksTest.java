package io.arrayport.conformance.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.conformance.bench.child.Check;
import io.arrayport.core.dtype.Complex;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static JsonNode check(String dtype, long n, LongFunction<Double> element) {
        return new ObjectMapper().valueToTree(
                Check.of(dtype, new long[]{n}, flat -> new Complex(element.apply(flat), 0)));
    }

    private static final JsonNode EXPECTED = check("float64", 1000, flat -> flat / 3.0);

    @Test
    void theSameIsTheSame() {
        assertThat(Checks.difference(EXPECTED, check("float64", 1000, flat -> flat / 3.0))).isEmpty();
    }

    @Test
    void lastPlacesMayDiffer() {
        assertThat(Checks.difference(EXPECTED, check("float64", 1000, flat -> Math.nextUp(flat / 3.0)))).isEmpty();
    }

    @Test
    void aShiftByOneIsFound() {
        assertThat(Checks.difference(EXPECTED, check("float64", 1000, flat -> (flat + 1) / 3.0))).contains("sum");
    }

    @Test
    void anotherOrderIsFound() {
        assertThat(Checks.difference(EXPECTED, check("float64", 1000, flat -> (999 - flat) / 3.0)))
                .contains("weighted");
    }

    @Test
    void oneWrongElementIsFound() {
        assertThat(Checks.difference(EXPECTED, check("float64", 1000, flat -> flat == 500 ? 0 : flat / 3.0)))
                .contains("sum");
    }

    @Test
    void anotherTypeOrShapeIsFound() {
        assertThat(Checks.difference(EXPECTED, check("float32", 1000, flat -> flat / 3.0))).contains("dtype");
        assertThat(Checks.difference(EXPECTED, check("float64", 999, flat -> flat / 3.0))).contains("shape");
    }

    @Test
    void integersMustBeExact() {
        assertThat(Checks.difference(check("int64", 10, flat -> (double) flat),
                check("int64", 10, flat -> flat == 9 ? 10.0 : flat))).contains("sum");
    }

    @Test
    void notANumberIsNoMatch() {
        assertThat(Checks.difference(EXPECTED, check("float64", 1000, _ -> Double.NaN))).contains("sum");
    }
}
