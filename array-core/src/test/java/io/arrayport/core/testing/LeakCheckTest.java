package io.arrayport.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The check that guards all tests must itself be able to fail one. */
class LeakCheckTest {
    /** What a test with a static field would keep. */
    private final List<Object> kept = new ArrayList<>();
    private final List<AutoCloseable> cleanUp = new ArrayList<>();

    @AfterEach
    void mendWhatTheSamplesBroke() throws Exception {
        kept.clear();
        for (AutoCloseable one : cleanUp) {
            one.close();
        }
    }

    /** Runs {@code body} as a test method that the extension watches, on this thread. */
    private static void underCheck(Callable<?> body) throws Exception {
        ExtensionContext context = context();
        LeakCheck check = new LeakCheck();
        check.beforeEach(context);
        try {
            body.call();
        } finally {
            check.afterEach(context);
        }
    }

    @Test
    void passesATestThatCleansUpOrLeavesItToItsScope() {
        assertThatCode(() -> underCheck(() -> {
            Storage closed = Storage.allocate(100);
            Lease lease = closed.lease("neighbour");
            closed.close();
            lease.close();
            kept.add(Storage.allocate(100)); // its scope closes it, kept or not
            return null;
        })).doesNotThrowAnyException();
    }

    @Test
    void passesATestWhoseDroppedStoragesTheCollectorFinds() {
        assertThatCode(() -> underCheck(() -> {
            Thread thread = Thread.ofPlatform().start(() -> Storage.allocate(100));
            thread.join();
            return null;
        })).doesNotThrowAnyException();
    }

    @Test
    void failsATestThatKeepsANativeBlock() {
        assertThatThrownBy(() -> underCheck(() -> inAThreadOfItsOwn(() -> {
            Storage storage = Storage.allocate(1234);
            kept.add(storage);
            cleanUp.add(storage);
        }))).isInstanceOf(AssertionError.class).hasMessageStartingWith("leak: ")
                .hasMessageContaining("NATIVE 1234 bytes").hasMessageContaining("LeakCheckTest");
    }

    @Test
    void failsATestThatKeepsAnImport() {
        assertThatThrownBy(() -> underCheck(() -> inAThreadOfItsOwn(() -> {
            Storage storage = Storage.foreign("torch", 4096, 4321, Device.CPU, Access.WRITEABLE, () -> {});
            kept.add(storage);
            cleanUp.add(storage);
        }))).isInstanceOf(AssertionError.class).hasMessageStartingWith("leak: ")
                .hasMessageContaining("IMPORT 4321 bytes, torch");
    }

    @Test
    void failsATestThatNeverGetsAnExportBack() {
        assertThatThrownBy(() -> underCheck(() -> {
            Lease lease = Storage.allocate(99).lease("forgetful neighbour");
            cleanUp.add(lease);
            return null;
        })).isInstanceOf(AssertionError.class).hasMessageStartingWith("leak: ")
                .hasMessageContaining("EXPORT Lease[forgetful neighbour on 99 bytes")
                .hasMessageContaining("held by an export");
    }

    @Test
    void failsATestThatWritesPastABlock() {
        assertThatThrownBy(() -> underCheck(() -> {
            Storage storage = Storage.allocate(64);
            Memory.RAW.set(ValueLayout.JAVA_BYTE, storage.address() + 64, (byte) 1);
            return null;
        })).isInstanceOf(AssertionError.class)
                .hasMessage("the checked allocator found a write 0 bytes past the end of a block of 64");
    }

    @Test
    void leavesTheScopeThatWasOpenBefore() throws Exception {
        try (Scope scope = Scope.open()) {
            underCheck(() -> Storage.allocate(8));
            Storage later = Storage.allocate(8);
            assertThat(later.isClosed()).isFalse();
            scope.close();
            assertThat(later.isClosed()).isTrue();
        }
    }

    private static Object inAThreadOfItsOwn(Runnable body) throws InterruptedException {
        Thread thread = Thread.ofPlatform().start(body);
        thread.join();
        return thread;
    }

    /** As much of a context as the extension asks for: a store. */
    private static ExtensionContext context() {
        Map<Object, Object> values = new HashMap<>();
        ExtensionContext.Store store = fake(ExtensionContext.Store.class, (name, arguments) -> switch (name) {
            case "put" -> values.put(arguments[0], arguments[1]);
            case "remove" -> values.remove(arguments[0]);
            default -> throw new UnsupportedOperationException(name);
        });
        return fake(ExtensionContext.class, (name, arguments) -> {
            assertThat(name).isEqualTo("getStore");
            return store;
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
