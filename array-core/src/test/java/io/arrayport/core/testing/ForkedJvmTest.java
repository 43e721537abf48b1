package io.arrayport.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ForkedJvmTest {

    static final class Echo {
        public static void main(String[] args) {
            System.out.println("args " + Arrays.toString(args));
            System.out.println("vector " + ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
            System.out.println("property " + System.getProperty("forked.property"));
            System.err.println("on stderr");
            System.exit(args.length == 0 ? 0 : Integer.parseInt(args[0]));
        }
    }

    static final class Thrower {
        public static void main(String[] args) {
            throw new IllegalStateException("thrown on purpose");
        }
    }

    static final class WritesToAddressZero {
        public static void main(String[] args) {
            System.out.println("before");
            MemorySegment.NULL.reinterpret(Long.MAX_VALUE).set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
            System.out.println("after");
        }
    }

    static final class Sleeper {
        public static void main(String[] args) throws InterruptedException {
            System.out.println("asleep");
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    @Test
    void aChildThatEndsReturnsItsOutputAndExitCode() {
        ForkedJvm.Result ended = ForkedJvm.run(Echo.class);
        assertThat(ended.exit()).isZero();
        assertThat(ended.crashed()).isFalse();
        assertThat(ended.out()).contains("args []");
        assertThat(ended.err()).contains("on stderr");

        ForkedJvm.Result failed = ForkedJvm.run(Echo.class, "7", "two words");
        assertThat(failed.exit()).isEqualTo(7);
        assertThat(failed.crashed()).isFalse();
        assertThat(failed.out()).contains("args [7, two words]");
    }

    @Test
    void aChildHasThisJvmsModulesAndTheFlagsAskedFor() {
        ForkedJvm.Result child = ForkedJvm.with("-Dforked.property=seen").start(Echo.class);
        boolean vectorHere = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(child.out()).contains("vector " + vectorHere).contains("property seen");
    }

    @Test
    void anUncaughtExceptionIsNotACrash() {
        ForkedJvm.Result child = ForkedJvm.run(Thrower.class);
        assertThat(child.exit()).isEqualTo(1);
        assertThat(child.crashed()).isFalse();
        assertThat(child.err()).contains("thrown on purpose");
    }

    @Test
    void aWriteToAddressZeroIsACrash() {
        ForkedJvm.Result child = ForkedJvm.run(WritesToAddressZero.class);
        assertThat(child.crashed()).as(child.toString()).isTrue();
        assertThat(child.exit()).isNotZero();
        assertThat(child.out()).contains("before").doesNotContain("after");
    }

    @Test
    void aChildThatDoesNotEndIsKilledAndFailsTheTest() {
        ForkedJvm impatient = ForkedJvm.with().withTimeout(Duration.ofSeconds(3));
        assertThatThrownBy(() -> impatient.start(Sleeper.class)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("still running after PT3S")
                .hasMessageContaining("Sleeper").hasMessageContaining("asleep");
    }
}
