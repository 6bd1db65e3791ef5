-- What a practice or a driver reads keeps its reason as well when that is no longer offered.
GRANT EXECUTE ON FUNCTION reason_words(uuid) TO casepan_portal, casepan_driver;
