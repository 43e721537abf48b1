package io.arrayport.arrow.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;

import io.arrayport.core.error.ForeignDescriptorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A struct that was taken from its producer: when it is given back. */
class MovedTest {
    @ParameterizedTest
    @ValueSource(longs = {0, -8, 3, Long.MIN_VALUE})
    void whatIsNoAddressOfAStructIsNotLookedAt(long address) {
        assertThatThrownBy(() -> Moved.check("it", Struct.ARRAY, address))
                .isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContainingAll("arrow it", "ArrowArray", "multiple of 8");
    }

    @Test
    void whatWasReleasedIsNotTaken() {
        try (Arena arena = Arena.ofConfined()) {
            long released = arena.allocate(Struct.ARRAY.size, 8).address();
            assertThatThrownBy(() -> Moved.take("it", Struct.ARRAY, released))
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("release is NULL");
        }
    }

    @Test
    void itIsGivenBackBehindTheLastCallThatIsUnderWay() {
        Moved moved = Moved.empty(Struct.ARRAY);
        assertThat(moved.isEmpty()).isTrue();
        assertThat(moved.enter()).isTrue();
        assertThat(moved.enter()).isTrue();
        moved.exit();
        moved.run();
        moved.run();
        assertThat(moved.enter()).as("given up").isFalse();
        Raw.word(moved.address + Struct.ARRAY.release, 1); // still there: a call is under way
        assertThat(moved.isEmpty()).isFalse();
        Raw.word(moved.address + Struct.ARRAY.release, 0);
        moved.exit();
    }

    @Test
    void itIsGivenBackBehindTheLastOfSeveralCalls() {
        Moved moved = Moved.empty(Struct.ARRAY);
        assertThat(moved.enter() && moved.enter()).isTrue();
        moved.run();
        moved.exit();
        Raw.word(moved.address + Struct.ARRAY.release, 0); // still ours: one call is under way
        moved.exit();
    }

    @Test
    void ofTwoWhoTakeAStructOneGetsIt() {
        try (Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(Struct.ARRAY.size, 8).address();
            Raw.word(address + Struct.ARRAY.release, 8);
            Raw.word(address, 42);
            Moved moved = Moved.take("it", Struct.ARRAY, address);
            assertThat(Raw.word(moved.address)).isEqualTo(42);
            assertThat(Raw.word(moved.address + Struct.ARRAY.release)).isEqualTo(8);
            assertThatThrownBy(() -> Moved.take("it", Struct.ARRAY, address))
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("a struct is taken once");
            Raw.word(moved.address + Struct.ARRAY.release, 0);
            moved.run();
        }
    }

    @Test
    void withoutCallsItIsGivenBackAtOnceAndOnce() {
        Moved moved = Moved.empty(Struct.STREAM);
        assertThat(moved.enter()).isTrue();
        moved.exit();
        moved.run();
        moved.run();
        assertThat(moved.enter()).isFalse();
    }
}
