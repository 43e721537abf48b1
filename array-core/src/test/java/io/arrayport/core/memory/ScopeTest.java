package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void closesWhatWasMadeOrImportedInIt() {
        StorageTest.Hook hook = new StorageTest.Hook();
        Storage before = Storage.allocate(8);
        Storage made;
        Storage imported;
        try (Scope scope = Scope.open()) {
            assertThat(scope).isNotNull();
            made = Storage.allocate(8);
            imported = hook.storage(8);
        }
        assertThat(made.isClosed()).isTrue();
        assertThat(imported.isClosed()).isTrue();
        assertThat(hook.runs()).isEqualTo(1);
        assertThat(before.isClosed()).isFalse();
    }

    @Test
    void keepPassesToTheEnclosingScope() {
        Storage kept;
        try (Scope outer = Scope.open()) {
            try (Scope inner = Scope.open()) {
                kept = inner.keep(Storage.allocate(8));
            }
            assertThat(kept.isClosed()).isFalse();
            assertThat(outer).isNotNull();
        }
        assertThat(kept.isClosed()).isTrue();
    }

    @Test
    void keepWithoutAnEnclosingScopePassesToNobody() throws InterruptedException {
        AtomicReference<Storage> kept = new AtomicReference<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try (Scope scope = Scope.open()) {
                kept.set(scope.keep(Storage.allocate(8)));
            }
        });
        thread.join();
        assertThat(kept.get().isClosed()).isFalse();
        kept.get().close();
    }

    @Test
    void theOuterScopeKeepsWhatAnInnerOneMade() {
        try (Scope outermost = Scope.open()) {
            Storage kept;
            try (Scope outer = Scope.open()) {
                try (Scope inner = Scope.open()) {
                    assertThat(inner).isNotNull();
                    kept = outer.keep(Storage.allocate(8));
                }
                assertThat(kept.isClosed()).as("after the inner scope").isFalse();
            }
            assertThat(kept.isClosed()).as("after the outer scope").isFalse();
            assertThat(outermost.keep(kept)).isSameAs(kept);
        }
    }

    @Test
    void anInnerScopeLeavesTheOuterOnesStoragesAlone() {
        try (Scope outer = Scope.open()) {
            Storage storage = Storage.allocate(8);
            try (Scope inner = Scope.open()) {
                inner.keep(storage);
            }
            assertThat(storage.isClosed()).isFalse();
            outer.close();
            assertThat(storage.isClosed()).isTrue();
        }
    }

    @Test
    void closingTheOuterScopeEndsTheInnerOnes() {
        Scope outer = Scope.open();
        Scope inner = Scope.open();
        Scope innermost = Scope.open();
        Storage storage = Storage.allocate(8);
        outer.close();
        assertThat(storage.isClosed()).isTrue();
        innermost.close();
        inner.close();
        Storage later = Storage.allocate(8);
        assertThat(later.isClosed()).isFalse();
        assertThatThrownBy(() -> inner.keep(later)).isInstanceOf(IllegalStateException.class)
                .hasMessage("keep: this scope is closed");
    }

    @Test
    void closesOnceAlsoWhenTheBodyThrows() {
        StorageTest.Hook hook = new StorageTest.Hook();
        assertThatThrownBy(() -> {
            try (Scope scope = Scope.open()) {
                hook.storage(8);
                scope.close();
                throw new IllegalArgumentException("body");
            }
        }).isInstanceOf(IllegalArgumentException.class);
        assertThat(hook.runs()).isEqualTo(1);
    }

    @Test
    void belongsToTheThreadThatOpenedIt() throws InterruptedException {
        try (Scope scope = Scope.open()) {
            Storage mine = Storage.allocate(8);
            List<Throwable> thrown = new ArrayList<>();
            AtomicReference<Storage> others = new AtomicReference<>();
            Thread thread = Thread.ofPlatform().start(() -> {
                others.set(Storage.allocate(8));
                thrown.add(catchThrowable(scope::close));
                thrown.add(catchThrowable(() -> scope.keep(mine)));
            });
            thread.join();
            assertThat(thrown).allSatisfy(
                    error -> assertThat(error).isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("this scope belongs to"));
            assertThat(mine.isClosed()).isFalse();
            scope.close();
            assertThat(mine.isClosed()).isTrue();
            assertThat(others.get().isClosed()).as("made by a thread without a scope").isFalse();
            others.get().close();
        }
    }

    @Test
    void exportsOutliveTheScope() {
        StorageTest.Hook hook = new StorageTest.Hook();
        Lease lease;
        try (Scope scope = Scope.open()) {
            lease = scope.keep(hook.storage(8)).storage().lease("neighbour");
            lease.close();
            lease = hook.storage(8).lease("neighbour");
        }
        assertThat(hook.runs()).as("one kept, one held by its export").isZero();
        lease.close();
        assertThat(hook.runs()).isEqualTo(1);
    }

    @Test
    void aReleaseHookMayMakeStoragesWhileTheScopeCloses() {
        List<Storage> late = new ArrayList<>();
        List<Storage> all = new ArrayList<>();
        try (Scope scope = Scope.open()) {
            assertThat(scope).isNotNull();
            for (int i = 0; i < 5; i++) {
                all.add(Storage.foreign("test", 4096, 8, Device.CPU, Access.WRITEABLE,
                        () -> late.add(Storage.allocate(8))));
            }
        }
        assertThat(all).allMatch(Storage::isClosed);
        assertThat(late).hasSize(5).noneMatch(Storage::isClosed);
    }

    @Test
    void forgetsWhatWasClosedLongAgo() {
        try (Scope scope = Scope.open()) {
            for (int i = 0; i < 100_000; i++) {
                Storage.allocate(8).close();
            }
            assertThat(scope.size()).isLessThan(200);
            List<Storage> open = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                open.add(Storage.allocate(8));
            }
            assertThat(open).noneMatch(Storage::isClosed);
            scope.close();
            assertThat(open).allMatch(Storage::isClosed);
        }
    }

    private static Throwable catchThrowable(Runnable body) {
        return Assertions.catchThrowable(body::run);
    }
}
