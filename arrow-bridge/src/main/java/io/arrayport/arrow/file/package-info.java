/** Files as the system sees them: mapped copy-on-write, and written aside. */
@NullMarked
package io.arrayport.arrow.file;

import org.jspecify.annotations.NullMarked;
