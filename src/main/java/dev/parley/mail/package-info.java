/// Mail that goes out by SMTP.
@NullMarked
package dev.parley.mail;

import org.jspecify.annotations.NullMarked;
