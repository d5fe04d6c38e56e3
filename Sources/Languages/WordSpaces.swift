import _FoundationICU

/// Whether a language sets spaces between its words; Chinese, Japanese, Thai, Lao, Khmer and Burmese do not.
///
/// By Unicode's property of the language's main script: what is broken into lines between any two letters has no words between spaces.
package func setsSpacesBetweenWords(_ language: String) -> Bool {
  var status = U_ZERO_ERROR
  var scripts = [UScriptCode](repeating: USCRIPT_COMMON, count: 8)
  let count = swift_uscript_getCode(language, &scripts, Int32(scripts.count), &status)
  return count < 1 || swift_uscript_breaksBetweenLetters(scripts[0]) == 0
}
