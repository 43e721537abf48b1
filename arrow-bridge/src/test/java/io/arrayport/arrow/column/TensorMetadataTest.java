package io.arrayport.arrow.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.arrayport.core.error.ForeignDescriptorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON of a fixed-shape tensor's type, which anybody may have written. */
class TensorMetadataTest {
    @Test
    void whatIsNotSaidIsPlain() {
        for (String text : List.of("{\"shape\":[2,3]}",
                "{\"shape\":[2,3],\"permutation\":null,\"dim_names\":null}")) {
            TensorMetadata read = TensorMetadata.parse("it", text, 6);
            assertThat(read.shape()).containsExactly(2, 3);
            assertThat(read.permutation()).containsExactly(0, 1);
            assertThat(read.dimNames()).isEmpty();
        }
    }

    @Test
    void permutationsAndNamesAreRead() {
        TensorMetadata read = TensorMetadata.parse("it",
                "{\"shape\":[2,3],\"permutation\":[1,0],\"dim_names\":[\"a\",\"b\"]}", 6);
        assertThat(read.permutation()).containsExactly(1, 0);
        assertThat(read.dimNames()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"shape":                                        | is no JSON
            {}                                               | expected a shape of fewer than
            {"shape":6}                                      | expected a shape of fewer than
            {"shape":[2,3.5]}                                | shape: expected lengths from 0
            {"shape":[2,3000000000]}                         | shape: expected lengths from 0
            {"shape":[-2,-3]}                                | shape: expected lengths from 0
            {"shape":[2,4]}                                  | has 8 elements, the lists have 6
            {"shape":[65536,65536]}                          | has 2147483648 elements, the lists have 6
            {"shape":[2,3],"permutation":{"0":0,"1":1}}      | permutation: expected each of [0, 1] once
            {"shape":[2,3],"permutation":[0,2]}              | permutation: expected each of [0, 1] once
            {"shape":[2,3],"permutation":[0,0.5]}            | permutation: expected each of [0, 1] once
            {"shape":[2,3],"dim_names":{"0":"a","1":"b"}}    | dim_names: expected 2 names
            {"shape":[2,3],"dim_names":["a"]}                | dim_names: expected 2 names
            """)
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> TensorMetadata.parse("it", text, 6)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContainingAll("it: metadata of arrow.fixed_shape_tensor", message);
    }

    @Test
    void moreAxesThanAnArrayHasAreRefused() {
        String ones = "1,".repeat(64) + "1";
        assertThatThrownBy(() -> TensorMetadata.parse("it", "{\"shape\":[" + ones + "]}", 1))
                .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("expected a shape of fewer than");
    }
}
