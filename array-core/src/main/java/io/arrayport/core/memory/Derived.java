package io.arrayport.core.memory;

/**
 * Something made of a storage's bytes that holds as long as these do not change: a matrix packed for products. The
 * storage has it dropped before anybody may write.
 *
 * @see Storage#derive
 */
@FunctionalInterface
public interface Derived {
    /** The bytes may change from now on: gives back what it holds. Called once, on any thread; must not throw. */
    void drop();
}
