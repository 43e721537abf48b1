/** Who owns the bytes: storages, leases, scopes, the allocator and its budget. */
@NullMarked
package io.arrayport.core.memory;

import org.jspecify.annotations.NullMarked;
