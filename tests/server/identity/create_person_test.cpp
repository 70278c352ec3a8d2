#include "server/identity/create_person.h"

#include <boost/test/unit_test.hpp>
#include <thread>

#include "server/identity/bird_names.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

BOOST_FIXTURE_TEST_SUITE(create_person_test, test::House)

BOOST_AUTO_TEST_CASE(a_worker_is_called_like_a_bird_and_gets_a_badge_and_a_pin) {
    const auto made = worker();
    const auto birds = birdNames();
    BOOST_TEST((std::find(birds.begin(), birds.end(), made.name) != birds.end()));
    BOOST_TEST(made.badge.size() == 22u);
    BOOST_TEST(made.pin.size() == 4u);
    const auto kept = db::findPerson(*pool.take(), made.person);
    BOOST_TEST((kept && kept->role == domain::Role::worker && kept->site == "nord" && !kept->email));
}

BOOST_AUTO_TEST_CASE(the_database_holds_no_secret_in_clear) {
    const auto made = worker();
    staff(domain::Role::team, "ada@example.org", "correct horse");
    const auto kept = db::findPersonByEmail(*pool.take(), "ada@example.org");
    BOOST_TEST(kept->passwordHash->starts_with("$argon2id$"));
    const auto badge = db::findBadge(*pool.take(), badgeHash(secret, made.badge));
    BOOST_TEST((badge && badge->person.id == made.person));
    BOOST_TEST(badge->person.pinHash->find(made.pin + "$") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(workers_of_one_site_have_different_names) {
    std::vector<std::string> names;
    for (int i = 0; i < 20; ++i)
        names.push_back(worker().name);
    std::sort(names.begin(), names.end());
    BOOST_TEST((std::adjacent_find(names.begin(), names.end()) == names.end()));
}

BOOST_AUTO_TEST_CASE(an_email_address_makes_one_account_however_it_is_written) {
    staff(domain::Role::team, "ada@example.org");
    const auto again = createStaff(pool, {" ADA@example.org", "correct horse", "Ada", "fr"},
                                   domain::Role::admin, "nord", now);
    BOOST_TEST(test::codeOf(again) == "email_taken");
}

BOOST_AUTO_TEST_CASE(an_account_is_refused_for_what_is_wrong_with_it) {
    const auto make = [&](const NewAccount& account) {
        return test::codeOf(createStaff(pool, account, domain::Role::team, "nord", now));
    };
    BOOST_TEST(make({"ada", "correct horse", "Ada", "fr"}) == "email_not_valid");
    BOOST_TEST(make({"ada@example.org", "short", "Ada", "fr"}) == "password_not_valid");
    BOOST_TEST(make({"ada@example.org", "correct horse", " ", "fr"}) == "name_not_valid");
}

BOOST_AUTO_TEST_CASE(several_members_act_for_one_association) {
    const auto association = domain::Uuid::v4();
    for (const std::string email : {"a@example.org", "b@example.org"}) {
        const auto member = prepareMember({email, "correct horse", "Ada", "fr"}, association, now);
        BOOST_TEST(registerMember(*pool.take(), *member).ok());
    }
    const auto members = db::listMembers(*pool.take(), association);
    BOOST_TEST(members.size() == 2u);
    BOOST_TEST((members[0].role == domain::Role::association));
}

BOOST_AUTO_TEST_CASE(of_many_who_register_one_address_at_once_one_gets_it) {
    const auto member =
        prepareMember({"a@example.org", "correct horse", "Ada", "fr"}, domain::Uuid::v4(), now).value();
    std::atomic<int> registered = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, mine = member]() mutable {
            mine.id = domain::Uuid::v4();
            registered +=
                db::transact(pool, [&](db::Connection& c) { return registerMember(c, mine); }).ok() ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(registered == 1);
}

BOOST_AUTO_TEST_CASE(text_of_every_script_with_quotes_and_tags_is_kept_as_it_is) {
    const std::string name = "Zoé '; DROP TABLE person; -- <b>名前</b> محمد";
    const auto made =
        createStaff(pool, {"ada@example.org", "correct horse", name, "fr"}, domain::Role::team, "nord", now);
    BOOST_TEST(db::findPerson(*pool.take(), made.value())->name == name);
}

BOOST_AUTO_TEST_SUITE_END()
