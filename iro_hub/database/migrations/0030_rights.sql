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
  hub.renew(text, bytea),
  hub.leave(text),
  hub.file_state(text, text, text),
  hub.send_piece(text, text, text, bigint, bigint, bytea),
  hub.file_piece(text, text, text, bigint),
  hub.council_settings(text),
  hub.sealing_keys(text, text),
  hub.grant(text, text, text),
  hub.grants(text, text),
  hub.quarantine(text),
  hub.decide_quarantine(text, text, text, text)
TO iro_gateway;

GRANT EXECUTE ON FUNCTION
  hub.sign_in(text, text, text, text[], bytea, timestamptz, text, text, bytea)
TO iro_sign_in;

GRANT EXECUTE ON FUNCTION
  hub_office.name_hub(text),
  hub_office.add_team(text, text),
  hub_office.add_person(text, text, text, boolean, text, text),
  hub_office.change_person(text, text, text, text, boolean, text, text),
  hub_office.deactivate(text),
  hub_office.reactivate(text),
  hub_office.enrol_code(text, bytea, integer),
  hub_office.revoke(text, text),
  hub_office.map_group(text, text, text, text, boolean),
  hub_office.unmap_group(text, text),
  hub_office.allocate(text, text, text),
  hub_office.cover(text, text, date),
  hub_office.assign(text, text, text, date),
  hub_office.sample(text, text, date),
  hub_office.end_access(text, text, text),
  hub_office.move_child(text, text),
  hub_office.decide_quarantine(text, text, text),
  hub_office.set_escrow_key(text),
  hub_office.ask_escrow(text, text, text, text, text),
  hub_office.sealed_pages(bigint),
  hub_office.readers_of(text),
  hub_office.give_keys(bigint, text),
  hub_office.publish_setting(text, integer, date, text, text, text)
TO iro_operator;

-- What the office lists. None of these views has a word of a record in it.
GRANT SELECT ON
  hub_office.people,
  hub_office.teams,
  hub_office.devices,
  hub_office.groups,
  hub_office.allocations,
  hub_office.quarantine,
  hub_office.settings,
  hub_office.audit,
  hub_office.escrow_openings,
  hub_office.about
TO iro_operator;
