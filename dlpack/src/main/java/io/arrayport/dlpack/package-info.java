/**
 * DLPack 1.3: arrays leave as capsules and capsules come in as arrays, without a byte moved.
 *
 * <p>{@link io.arrayport.dlpack.Dlpack} is where a user starts; {@link io.arrayport.dlpack.DlpackRaw} serves bridges
 * that speak to a native library in addresses. A descriptor of somebody else is untrusted: it is read once, checked,
 * and only then believed. What cannot be checked is whether its pointers point to memory at all; a wild pointer in a
 * foreign descriptor is outside what this package can answer for.
 */
@NullMarked
package io.arrayport.dlpack;

import org.jspecify.annotations.NullMarked;
