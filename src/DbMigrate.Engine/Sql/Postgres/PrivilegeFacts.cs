namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// The privileges of views. They replace those that new ones have by default, and each is granted by the role that had
/// granted it; the server keeps them in an order in which that can be done again.
/// </summary>
internal static class PrivilegeFacts
{
    /// <summary>Parts of the query of <see cref="ViewFacts"/>.</summary>
    public const string Statements = """
        UNION ALL SELECT place, 8, 0, format('REVOKE ALL ON %s FROM %s', name, (
                    SELECT string_agg(g.role, ', ') FROM (
                        SELECT 'PUBLIC' AS role UNION SELECT relowner::regrole::text
                        UNION SELECT e.grantee::regrole::text FROM pg_catalog.pg_default_acl d, pg_catalog.aclexplode(d.defaclacl) e WHERE d.defaclobjtype = 'r' AND e.grantee <> 0) g)) FROM r
                WHERE relacl IS NOT NULL OR EXISTS (SELECT FROM pg_catalog.pg_default_acl WHERE defaclobjtype = 'r')
            UNION ALL SELECT place, 9, min(n)::integer, format(CASE WHEN grantor = relowner THEN '%2$s' ELSE 'SET LOCAL ROLE %1$s; %2$s; SET LOCAL ROLE %3$s' END, grantor::regrole,
                    format('GRANT %s ON %s TO %s%s', string_agg(privilege, ', ' ORDER BY n), name, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END),
                    CASE current_setting('role') WHEN 'none' THEN 'NONE' ELSE quote_ident(current_setting('role')) END)
                FROM (
                    SELECT place, name, relowner, e.grantor, e.grantee, e.is_grantable, e.privilege_type AS privilege, e.n
                    FROM r, pg_catalog.aclexplode(coalesce(relacl, pg_catalog.acldefault('r', relowner))) WITH ORDINALITY e (grantor, grantee, privilege_type, is_grantable, n)
                    WHERE relacl IS NOT NULL OR EXISTS (SELECT FROM pg_catalog.pg_default_acl WHERE defaclobjtype = 'r')
                    UNION ALL
                    SELECT place, name, relowner, e.grantor, e.grantee, e.is_grantable, format('%s (%I)', e.privilege_type, attname), 1000 + attnum * 1000 + e.n
                    FROM a, pg_catalog.aclexplode(attacl) WITH ORDINALITY e (grantor, grantee, privilege_type, is_grantable, n)) p
                GROUP BY place, name, relowner, grantor, grantee, is_grantable, CASE WHEN n > 1000 THEN n / 1000 ELSE 0 END
        """;
}
