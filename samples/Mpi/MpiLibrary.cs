using NativeCallbacks;

namespace MpiSample;

/// <summary>
/// Open MPI, loaded at run time. Its functions are bound with the prototypes of mpi.h (MPI 3.1), where a handle (MPI_Comm,
/// MPI_Datatype, MPI_Op) is written as what it is in Open MPI, a pointer; the handles that are there from the start are the
/// addresses of exported data.
/// </summary>
internal static class MpiLibrary
{
    private static readonly NativeModule Module = Load("libmpi.so.40", "libmpi.so");

    public static nint World { get; } = Module.GetAddress("ompi_mpi_comm_world");

    public static nint Doubles { get; } = Module.GetAddress("ompi_mpi_double");

    public static nint Bytes { get; } = Module.GetAddress("ompi_mpi_byte");

    public static NativeCallback<Initialize> Initialize { get; } =
        Module.Bind<Initialize>("MPI_Init", "int MPI_Init(int *argc, char ***argv)");

    public static NativeCallback<Terminate> Terminate { get; } =
        Module.Bind<Terminate>("MPI_Finalize", "int MPI_Finalize(void)");

    public static NativeCallback<Abort> Abort { get; } =
        Module.Bind<Abort>("MPI_Abort", "int MPI_Abort(void *comm, int errorcode)");

    public static NativeCallback<AskCommunicator> Rank { get; } =
        Module.Bind<AskCommunicator>("MPI_Comm_rank", "int MPI_Comm_rank(void *comm, int *rank)");

    public static NativeCallback<AskCommunicator> Size { get; } =
        Module.Bind<AskCommunicator>("MPI_Comm_size", "int MPI_Comm_size(void *comm, int *size)");

    public static NativeCallback<WallTime> WallTime { get; } =
        Module.Bind<WallTime>("MPI_Wtime", "double MPI_Wtime(void)");

    public static NativeCallback<Scatter> Scatter { get; } = Module.Bind<Scatter>("MPI_Scatterv",
        "int MPI_Scatterv(const void *sendbuf, const int sendcounts[], const int displs[], void *sendtype, "
        + "void *recvbuf, int recvcount, void *recvtype, int root, void *comm)");

    public static NativeCallback<Gather> Gather { get; } = Module.Bind<Gather>("MPI_Gatherv",
        "int MPI_Gatherv(const void *sendbuf, int sendcount, void *sendtype, "
        + "void *recvbuf, const int recvcounts[], const int displs[], void *recvtype, int root, void *comm)");

    public static NativeCallback<GatherTimes> GatherTimes { get; } = Module.Bind<GatherTimes>("MPI_Gather",
        "int MPI_Gather(const void *sendbuf, int sendcount, void *sendtype, "
        + "void *recvbuf, int recvcount, void *recvtype, int root, void *comm)");

    public static NativeCallback<Reduce> Reduce { get; } = Module.Bind<Reduce>("MPI_Reduce",
        "int MPI_Reduce(const void *sendbuf, void *recvbuf, int count, void *datatype, void *op, int root, void *comm)");

    public static NativeCallback<CreateOperation> CreateOperation { get; } = Module.Bind<CreateOperation>("MPI_Op_create",
        "int MPI_Op_create(void (*user_fn)(void *invec, void *inoutvec, int *len, void **datatype), int commute, void **op)");

    public static NativeCallback<ChangeHandle> FreeOperation { get; } =
        Module.Bind<ChangeHandle>("MPI_Op_free", "int MPI_Op_free(void **op)");

    public static NativeCallback<MakeContiguousType> MakeContiguousType { get; } =
        Module.Bind<MakeContiguousType>("MPI_Type_contiguous", "int MPI_Type_contiguous(int count, void *oldtype, void **newtype)");

    public static NativeCallback<ChangeHandle> CommitType { get; } =
        Module.Bind<ChangeHandle>("MPI_Type_commit", "int MPI_Type_commit(void **datatype)");

    public static NativeCallback<ChangeHandle> FreeType { get; } =
        Module.Bind<ChangeHandle>("MPI_Type_free", "int MPI_Type_free(void **datatype)");

    private static NativeModule Load(params string[] names)
    {
        foreach (var name in names)
        {
            try
            {
                return NativeModule.Load(name);
            }
            catch (DllNotFoundException)
            {
                // The next one, or the message below.
            }
        }

        throw new DllNotFoundException("Open MPI is missing. Install it: sudo apt-get install -y openmpi-bin");
    }
}
