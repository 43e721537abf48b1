package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSortTest {
    @Test
    void roomOfTheLongestElementsDoesNotWrap() {
        assertThat(new TextSort(1, Integer.MAX_VALUE).room(3)).isGreaterThan(3L * Integer.MAX_VALUE);
    }
}
