namespace NativeCallbacks.Tests.Notations;

/// <summary>
/// Fifty prototypes as they are in header files of Debian 12, with their macros, comments and line breaks, and for each library the
/// typedefs of the headers that these need. They were chosen before the parser knew any of it.
/// </summary>
internal static class HeaderPrototypes
{
    public const string Sqlite = "typedef long long int sqlite_int64; typedef unsigned long long int sqlite_uint64; typedef sqlite_int64 sqlite3_int64; typedef sqlite_uint64 sqlite3_uint64;";

    public const string Nlopt = """
        typedef double (*nlopt_func) (unsigned n, const double *x,
                                      double *gradient, /* NULL if not needed */
                                      void *func_data);
        typedef void (*nlopt_mfunc) (unsigned m, double *result, unsigned n, const double *x,
                                     double *gradient, /* NULL if not needed */
                                     void *func_data);
        struct nlopt_opt_s;
        typedef struct nlopt_opt_s *nlopt_opt;
        typedef int nlopt_algorithm; typedef int nlopt_result;

        """;

    public const string Expat = """
        struct XML_ParserStruct;
        typedef struct XML_ParserStruct *XML_Parser;
        typedef unsigned char XML_Bool;
        typedef char XML_Char;
        typedef char XML_LChar;
        typedef long XML_Index;
        typedef void(XMLCALL *XML_StartElementHandler)(void *userData,
                                                       const XML_Char *name,
                                                       const XML_Char **atts);
        typedef void(XMLCALL *XML_EndElementHandler)(void *userData,
                                                     const XML_Char *name);
        typedef struct {
          int map[256];
          void *data;
          int(XMLCALL *convert)(void *data, const char *s);
          void(XMLCALL *release)(void *data);
        } XML_Encoding;
        typedef int(XMLCALL *XML_UnknownEncodingHandler)(void *encodingHandlerData,
                                                         const XML_Char *name,
                                                         XML_Encoding *info);

        """;

    public const string Python = "typedef intptr_t Py_ssize_t; typedef void (*PyCapsule_Destructor)(PyObject *); typedef enum PyGILState_STATE PyGILState_STATE;";

    public const string Glib = """
        typedef char gchar; typedef int gint; typedef gint gboolean; typedef unsigned int guint; typedef double gdouble;
        typedef signed long gint64; typedef unsigned long guint64; typedef unsigned long gsize;
        typedef void* gpointer; typedef const void *gconstpointer;
        typedef enum GLogLevelFlags GLogLevelFlags;
        typedef gint            (*GCompareDataFunc)     (gconstpointer  a,
                                                         gconstpointer  b,
        						 gpointer       user_data);
        typedef gboolean        (*GEqualFunc)           (gconstpointer  a,
                                                         gconstpointer  b);
        typedef void            (*GDestroyNotify)       (gpointer       data);
        typedef void            (*GFunc)                (gpointer       data,
                                                         gpointer       user_data);
        typedef guint           (*GHashFunc)            (gconstpointer  key);
        typedef gboolean (*GSourceFunc) (gpointer user_data);

        """;

    public const string Zlib = """
        typedef unsigned char  Byte;  /* 8 bits */
        typedef unsigned int   uInt;  /* 16 bits or more */
        typedef unsigned long  uLong; /* 32 bits or more */
        typedef Byte  FAR Bytef;
        typedef uLong FAR uLongf;
        typedef void FAR *voidpf; typedef void *voidp; typedef long z_off_t;
        typedef struct z_stream_s FAR *z_streamp; typedef struct gzFile_s *gzFile;
        typedef unsigned (*in_func) OF((void FAR *,
                                        z_const unsigned char FAR * FAR *));
        typedef int (*out_func) OF((void FAR *, unsigned char FAR *, unsigned));

        """;

    /// <summary>The library's typedefs, the prototype, and the signature as it is shown.</summary>
    public static readonly (string Types, string Prototype, string Shown)[] All =
    [
        (Sqlite, "SQLITE_API int sqlite3_close_v2(sqlite3*);", "int (*)(sqlite3 *)"),
        (Sqlite, """
            SQLITE_API int sqlite3_exec(
              sqlite3*,                                  /* An open database */
              const char *sql,                           /* SQL to be evaluated */
              int (*callback)(void*,int,char**,char**),  /* Callback function */
              void *,                                    /* 1st argument to callback */
              char **errmsg                              /* Error msg written here */
            );
            """, "int (*)(sqlite3 *, const char *sql, int (*callback)(void *, int, char **, char **), void *, char **errmsg)"),
        (Sqlite, "SQLITE_API sqlite3_int64 sqlite3_last_insert_rowid(sqlite3*);", "long long (*)(sqlite3 *)"),
        (Sqlite, "SQLITE_API int sqlite3_busy_handler(sqlite3*,int(*)(void*,int),void*);", "int (*)(sqlite3 *, int (*)(void *, int), void *)"),
        (Sqlite, "SQLITE_API char *sqlite3_vmprintf(const char*, va_list);", "char *(*)(const char *, void *)"),
        (Sqlite, "SQLITE_API char *sqlite3_vsnprintf(int,char*,const char*, va_list);", "char *(*)(int, char *, const char *, void *)"),
        (Sqlite, """
            SQLITE_API int sqlite3_trace_v2(
              sqlite3*,
              unsigned uMask,
              int(*xCallback)(unsigned,void*,void*,void*),
              void *pCtx
            );
            """, "int (*)(sqlite3 *, unsigned int uMask, int (*xCallback)(unsigned int, void *, void *, void *), void *pCtx)"),
        (Sqlite, """
            SQLITE_API int sqlite3_open_v2(
              const char *filename,   /* Database filename (UTF-8) */
              sqlite3 **ppDb,         /* OUT: SQLite db handle */
              int flags,              /* Flags */
              const char *zVfs        /* Name of VFS module to use */
            );
            """, "int (*)(const char *filename, sqlite3 **ppDb, int flags, const char *zVfs)"),
        (Sqlite, "SQLITE_API int sqlite3_bind_blob64(sqlite3_stmt*, int, const void*, sqlite3_uint64,\n                        void(*)(void*));",
            "int (*)(sqlite3_stmt *, int, const void *, unsigned long long, void (*)(void *))"),
        (Sqlite, "SQLITE_API const unsigned char *sqlite3_column_text(sqlite3_stmt*, int iCol);", "const unsigned char *(*)(sqlite3_stmt *, int iCol)"),
        (Sqlite, "SQLITE_API int sqlite3_bind_int64(sqlite3_stmt*, int, sqlite3_int64);", "int (*)(sqlite3_stmt *, int, long long)"),
        (Sqlite, "SQLITE_API void *sqlite3_commit_hook(sqlite3*, int(*)(void*), void*);", "void *(*)(sqlite3 *, int (*)(void *), void *)"),
        (Nlopt, "NLOPT_EXTERN(const char *) nlopt_algorithm_name(nlopt_algorithm a);", "const char *(*)(int a)"),
        (Nlopt, "NLOPT_EXTERN(void) nlopt_version(int *major, int *minor, int *bugfix);", "void (*)(int *major, int *minor, int *bugfix)"),
        (Nlopt, "NLOPT_EXTERN(nlopt_opt) nlopt_create(nlopt_algorithm algorithm, unsigned n);", "struct nlopt_opt_s *(*)(int algorithm, unsigned int n)"),
        (Nlopt, "NLOPT_EXTERN(nlopt_result) nlopt_optimize(nlopt_opt opt, double *x, double *opt_f);", "int (*)(struct nlopt_opt_s *opt, double *x, double *opt_f)"),
        (Nlopt, "NLOPT_EXTERN(nlopt_result) nlopt_set_min_objective(nlopt_opt opt, nlopt_func f, void *f_data);",
            "int (*)(struct nlopt_opt_s *opt, double (*f)(unsigned int n, const double *x, double *gradient, void *func_data), void *f_data)"),
        (Nlopt, "NLOPT_EXTERN(unsigned) nlopt_get_dimension(const nlopt_opt opt);", "unsigned int (*)(struct nlopt_opt_s *opt)"),
        (Nlopt, "NLOPT_EXTERN(double) nlopt_get_param(const nlopt_opt opt, const char *name, double defaultval);", "double (*)(struct nlopt_opt_s *opt, const char *name, double defaultval)"),
        (Nlopt, "NLOPT_EXTERN(nlopt_result) nlopt_add_inequality_mconstraint(nlopt_opt opt, unsigned m, nlopt_mfunc fc, void *fc_data, const double *tol);",
            "int (*)(struct nlopt_opt_s *opt, unsigned int m, void (*fc)(unsigned int m, double *result, unsigned int n, const double *x, double *gradient, void *func_data), void *fc_data, const double *tol)"),
        (Expat, "XMLPARSEAPI(XML_Parser)\nXML_ParserCreate(const XML_Char *encoding);", "struct XML_ParserStruct *(*)(const char *encoding)"),
        (Expat, "XMLPARSEAPI(XML_Bool)\nXML_ParserReset(XML_Parser parser, const XML_Char *encoding);", "unsigned char (*)(struct XML_ParserStruct *parser, const char *encoding)"),
        (Expat, "XMLPARSEAPI(void)\nXML_SetElementHandler(XML_Parser parser, XML_StartElementHandler start,\n                      XML_EndElementHandler end);",
            "void (*)(struct XML_ParserStruct *parser, void (*start)(void *userData, const char *name, const char **atts), void (*end)(void *userData, const char *name))"),
        (Expat, "XMLPARSEAPI(void)\nXML_SetUnknownEncodingHandler(XML_Parser parser,\n                              XML_UnknownEncodingHandler handler,\n                              void *encodingHandlerData);",
            "void (*)(struct XML_ParserStruct *parser, int (*handler)(void *encodingHandlerData, const char *name, struct { int map[256]; void *data; int (*convert)(void *data, const char *s); void (*release)(void *data); } *info), void *encodingHandlerData)"),
        (Expat, "XMLPARSEAPI(enum XML_Status)\nXML_Parse(XML_Parser parser, const char *s, int len, int isFinal);", "enum XML_Status (*)(struct XML_ParserStruct *parser, const char *s, int len, int isFinal)"),
        (Expat, "XMLPARSEAPI(void *)\nXML_GetBuffer(XML_Parser parser, int len);", "void *(*)(struct XML_ParserStruct *parser, int len)"),
        (Expat, "XMLPARSEAPI(int)\nXML_SetHashSalt(XML_Parser parser, unsigned long hash_salt);", "int (*)(struct XML_ParserStruct *parser, unsigned long hash_salt)"),
        (Expat, "XMLPARSEAPI(XML_Index) XML_GetCurrentByteIndex(XML_Parser parser);", "long (*)(struct XML_ParserStruct *parser)"),
        (Python, "PyAPI_FUNC(PyObject *) PyLong_FromLong(long);", "PyObject *(*)(long)"),
        (Python, "PyAPI_FUNC(unsigned long long) PyLong_AsUnsignedLongLong(PyObject *);", "unsigned long long (*)(PyObject *)"),
        (Python, "PyAPI_FUNC(PyObject*) PyUnicode_FromStringAndSize(\n    const char *u,             /* UTF-8 encoded string */\n    Py_ssize_t size            /* size of buffer */\n    );",
            "PyObject *(*)(const char *u, intptr_t size)"),
        (Python, "PyAPI_FUNC(PyObject *) Py_VaBuildValue(const char *, va_list);", "PyObject *(*)(const char *, void *)"),
        (Python, "PyAPI_FUNC(const char *) PyUnicode_AsUTF8AndSize(\n    PyObject *unicode,\n    Py_ssize_t *size);", "const char *(*)(PyObject *unicode, intptr_t *size)"),
        (Python, "PyAPI_FUNC(void) Py_Initialize(void);", "void (*)(void)"),
        (Python, "PyAPI_FUNC(PyGILState_STATE) PyGILState_Ensure(void);", "enum PyGILState_STATE (*)(void)"),
        (Python, "PyAPI_FUNC(PyObject *) PyCapsule_New(\n    void *pointer,\n    const char *name,\n    PyCapsule_Destructor destructor);", "PyObject *(*)(void *pointer, const char *name, void (*destructor)(PyObject *))"),
        (Python, "PyAPI_FUNC(int) Py_AtExit(void (*func)(void));", "int (*)(void (*func)(void))"),
        (Python, "PyAPI_FUNC(void) _Py_NO_RETURN Py_Exit(int);", "void (*)(int)"),
        (Glib, "GLIB_AVAILABLE_IN_ALL\ngchar*\t              g_strdup\t       (const gchar *str) G_GNUC_MALLOC;", "char *(*)(const char *str)"),
        (Glib, "GLIB_AVAILABLE_IN_ALL\ngchar*\t              g_strdup_vprintf (const gchar *format,\n\t\t\t\t\tva_list      args) G_GNUC_PRINTF(1, 0) G_GNUC_MALLOC;", "char *(*)(const char *format, void *args)"),
        (Glib, "GLIB_AVAILABLE_IN_ALL\ngint64\t\t      g_ascii_strtoll  (const gchar *nptr,\n\t\t\t\t\tgchar      **endptr,\n\t\t\t\t\tguint        base);", "long (*)(const char *nptr, char **endptr, unsigned int base)"),
        (Glib, "GLIB_AVAILABLE_IN_ALL\nGList*   g_list_sort                    (GList            *list,\n\t\t\t\t\t GCompareDataFunc     compare_func) G_GNUC_WARN_UNUSED_RESULT;", "GList *(*)(GList *list, int (*compare_func)(const void *a, const void *b, void *user_data))"),
        (Glib, "GLIB_AVAILABLE_IN_ALL\nGHashTable* g_hash_table_new_full          (GHashFunc       hash_func,\n                                            GEqualFunc      key_equal_func,\n                                            GDestroyNotify  key_destroy_func,\n                                            GDestroyNotify  value_destroy_func);",
            "GHashTable *(*)(unsigned int (*hash_func)(const void *key), int (*key_equal_func)(const void *a, const void *b), void (*key_destroy_func)(void *data), void (*value_destroy_func)(void *data))"),
        (Glib, "GLIB_AVAILABLE_IN_ALL\nguint    g_timeout_add_full         (gint            priority,\n                                     guint           interval,\n                                     GSourceFunc     function,\n                                     gpointer        data,\n                                     GDestroyNotify  notify);",
            "unsigned int (*)(int priority, unsigned int interval, int (*function)(void *user_data), void *data, void (*notify)(void *data))"),
        (Glib, "GLIB_AVAILABLE_IN_ALL\nvoid g_qsort_with_data (gconstpointer    pbase,\n\t\t\tgint             total_elems,\n\t\t\tgsize            size,\n\t\t\tGCompareDataFunc compare_func,\n\t\t\tgpointer         user_data);",
            "void (*)(const void *pbase, int total_elems, unsigned long size, int (*compare_func)(const void *a, const void *b, void *user_data), void *user_data)"),
        (Glib, "GLIB_AVAILABLE_IN_ALL\nvoid            g_logv                  (const gchar    *log_domain,\n                                         GLogLevelFlags  log_level,\n                                         const gchar    *format,\n                                         va_list         args) G_GNUC_PRINTF(3, 0);",
            "void (*)(const char *log_domain, enum GLogLevelFlags log_level, const char *format, void *args)"),
        (Zlib, "ZEXTERN const char * ZEXPORT zlibVersion OF((void));", "const char *(*)(void)"),
        (Zlib, "ZEXTERN int ZEXPORT inflate OF((z_streamp strm, int flush));", "int (*)(struct z_stream_s *strm, int flush)"),
        (Zlib, "ZEXTERN int ZEXPORT inflateBack OF((z_streamp strm,\n                                    in_func in, void FAR *in_desc,\n                                    out_func out, void FAR *out_desc));",
            "int (*)(struct z_stream_s *strm, unsigned int (*in)(void *, unsigned char **), void *in_desc, int (*out)(void *, unsigned char *, unsigned int), void *out_desc)"),
        (Zlib, "ZEXTERN int ZEXPORT compress2 OF((Bytef *dest,   uLongf *destLen,\n                                  const Bytef *source, uLong sourceLen,\n                                  int level));",
            "int (*)(unsigned char *dest, unsigned long *destLen, const unsigned char *source, unsigned long sourceLen, int level)"),
    ];
}
