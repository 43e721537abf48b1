/** Files as the system sees them: mapped, and written aside. */
@NullMarked
package io.arrayport.core.file;

import org.jspecify.annotations.NullMarked;
