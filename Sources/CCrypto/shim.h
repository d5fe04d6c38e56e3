// The functions of one digest need nothing else of the library, neither its start nor its memory; OpenSSL 3 would rather be asked by EVP.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
