-- PostgreSQL lets everybody hold its advisory locks, fill its disk with large objects, hand on
-- snapshots and end their own role's sessions: so the password of one gateway could stop the others.
-- Nobody in this database needs any of it but the owner. It takes a superuser to say so; without
-- one (a database that is rented) it stays as it is, and docs/hub/operators.md says what that means.
DO $$
DECLARE
  v_function regprocedure;
BEGIN
  SET LOCAL ROLE NONE;
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    FOR v_function IN
      SELECT oid::regprocedure
        FROM pg_proc
       WHERE pronamespace = 'pg_catalog'::regnamespace
         AND (proname ~ '^pg_(try_)?advisory_'
              OR proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_export_snapshot',
                             'pg_cancel_backend', 'pg_terminate_backend'))
    LOOP
      EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_function);
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO iro_hub_owner', v_function);
    END LOOP;
  END IF;
  SET LOCAL ROLE iro_hub_owner;
END
$$;
