-- What each role may execute: nothing but what is named here.

GRANT EXECUTE ON FUNCTION
  hub.begin_push(text, text[]),
  hub.push_bundle(text, text, text, boolean, bytea[]),
  hub.changed(text, text),
  hub.pull(text, text, bigint, text, integer),
  hub.held_ids(text, text),
  hub.wiped(text, text),
  hub.myself(text),
  hub.enrol(text, text, text, text, bytea),
  hub.renew(text, bytea)
TO iro_gateway;

GRANT EXECUTE ON FUNCTION
  hub.sign_in(text, text, text, text[], bytea, timestamptz, text, text, bytea)
TO iro_sign_in;

GRANT EXECUTE ON FUNCTION
  hub_office.name_hub(text),
  hub_office.add_team(text, text),
  hub_office.add_person(text, text, text, boolean, text, text),
  hub_office.enrol_code(text, bytea, integer),
  hub_office.allocate(text, text, text),
  hub_office.cover(text, text, date)
TO iro_operator;
