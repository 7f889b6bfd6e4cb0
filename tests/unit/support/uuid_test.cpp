#include "support/uuid.hpp"

#include <catch2/catch.hpp>

namespace sss::uuid_test {

TEST_CASE("a UUID is that of RFC 9562's fifth version, over the parts between line feeds", "[uuid]")
{
    // python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("a1c1b6ea-c84a-547d-9325-51461e65b04a"),
    // "p\nmilestone\ncdr\ndate"))'
    CHECK(uuid_of({"p", "milestone", "cdr", "date"}) == "83a38b27-0a83-5484-90c5-ac23ad485cee");
    CHECK(uuid_of({""}) == "a1866a5d-58bd-5f06-8a4c-ad8dff07de50");
    CHECK(uuid_of({"", "a"}) == "1935c4b7-3fb4-562a-85ec-2e9400272e16");
}

}  // namespace sss::uuid_test
